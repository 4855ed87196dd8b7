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
 * <p>Bounded: when it is full, all that waits becomes one {@code missed} for each channel, and whoever published has not
 * waited. Thread-safe.
 */
final class Mailbox {

    private static final int CAPACITY = 1_000;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Queue<Item> items = new ArrayDeque<>();
    private boolean closed;

    Mailbox(InstantSource clock) {
        this.clock = clock;
    }

    /** Put an item in. */
    void put(Item item) {
        lock.lock();
        try {
            items.add(item);
            if (items.size() > CAPACITY) {
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
            return closed ? Optional.empty() : Optional.of(items.remove());
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

    private void collapse() {
        Map<String, Item> missed = new LinkedHashMap<>();
        byte[] payload = EventJson.missed(clock.instant());
        for (Item item : items) {
            missed.putIfAbsent(
                    item.pattern() + " " + item.channel(), new Item(item.channel(), item.pattern(), payload));
        }
        items.clear();
        if (missed.size() < CAPACITY) {
            items.addAll(missed.values());
        }
    }
}
