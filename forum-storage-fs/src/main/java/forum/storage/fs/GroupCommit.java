package forum.storage.fs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Let one of the threads that wait for durability flush for all.
 *
 * <p>Who waits and finds no flush running leads the next one. Positions grow with each change; a position is settled
 * once it is decided whether its change is durable.
 *
 * <p>No wake-up can be lost: whoever stops leading, for whatever reason, wakes in the same step all whose position is
 * settled, and one of the others, who then leads or finds that somebody else does. So whenever nobody leads, nobody
 * waits who was not woken.
 */
final class GroupCommit {

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
    private final Runnable flush;
    private boolean led;
    private volatile long settled;

    /**
     * Start with everything settled.
     *
     * @param flush settles all that was appended before it was called, and never throws without doing so
     */
    GroupCommit(Runnable flush) {
        this.flush = flush;
    }

    long settled() {
        return settled;
    }

    /** Take note that all up to a position is settled; called by the leader. */
    void settle(long position) {
        settled = position;
    }

    /** Return once a position is settled. An interrupt waits until then, too. */
    void await(long position) {
        while (settled < position) {
            Waiter waiter = new Waiter(position, Thread.currentThread());
            if (enlist(waiter)) {
                waiter.park();
            } else {
                lead(flush);
            }
        }
    }

    /** Do something while nobody leads a flush. */
    void exclusively(Runnable action) {
        while (true) {
            Waiter waiter = new Waiter(Long.MAX_VALUE, Thread.currentThread());
            if (!enlist(waiter)) {
                lead(action);
                return;
            }
            waiter.park();
        }
    }

    private void lead(Runnable action) {
        try {
            action.run();
        } finally {
            stopLeading().forEach(Waiter::wake);
        }
    }

    /** Wait, or else lead, or else do neither because there is nothing left to wait for. */
    private boolean enlist(Waiter waiter) {
        lock.lock();
        try {
            if (led) {
                waiters.add(waiter);
                return true;
            }
            led = true;
            return false;
        } finally {
            lock.unlock();
        }
    }

    private List<Waiter> stopLeading() {
        List<Waiter> woken = new ArrayList<>();
        lock.lock();
        try {
            led = false;
            long reached = settled;
            waiters.removeIf(waiter -> waiter.position <= reached && woken.add(waiter));
            if (!waiters.isEmpty()) {
                woken.add(waiters.removeFirst());
            }
        } finally {
            lock.unlock();
        }
        return woken;
    }

    /** Wait in line. */
    private static final class Waiter {
        private final long position;
        private final Thread thread;
        private volatile boolean woken;

        Waiter(long position, Thread thread) {
            this.position = position;
            this.thread = thread;
        }

        void park() {
            boolean interrupted = false;
            while (!woken) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
        }

        void wake() {
            woken = true;
            LockSupport.unpark(thread);
        }
    }
}
