package forum.server.news;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hold what one listener has not read yet.
 *
 * <p>Bounded: when it is full, all that waits becomes one {@code missed} for each subscription, and whoever published has not
 * waited. Thread-safe.
 */
final class Mailbox {

    /** More than there can be subscriptions, each of which may have a {@code missed} waiting. */
    private static final int MOST_ITEMS = 2_000;

    private final int mostBytes;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Queue<Item> items = new ArrayDeque<>();
    private int bytes;
    private boolean closed;

    /** Hold so many bytes; 0: as many as come with that many items. */
    Mailbox(int mostBytes, InstantSource clock) {
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** Put an item in. */
    void put(Item item) {
        lock.lock();
        try {
            items.add(item);
            bytes += item.payload().length;
            if (mostBytes > 0 && bytes > mostBytes || items.size() > MOST_ITEMS) {
                collapse();
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Take the next item, waiting for it; empty once the box is closed. */
    Optional<Item> take() throws InterruptedException {
        lock.lock();
        try {
            while (items.isEmpty() && !closed) {
                arrived.await();
            }
            if (closed) {
                return Optional.empty();
            }
            Item item = items.remove();
            bytes = Math.max(0, bytes - item.payload().length);
            return Optional.of(item);
        } finally {
            lock.unlock();
        }
    }

    /** Let nobody wait any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Put one {@code missed} in place of all that a subscription has not been sent. */
    private void collapse() {
        Map<String, Item> missed = new LinkedHashMap<>();
        byte[] payload = EventJson.missed(clock.instant());
        for (Item item : items) {
            missed.putIfAbsent(item.subscription(), new Item(item.channel(), item.pattern(), payload));
        }
        items.clear();
        items.addAll(missed.values());
        bytes = 0;
    }
}
