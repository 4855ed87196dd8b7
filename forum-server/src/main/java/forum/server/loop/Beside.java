package forum.server.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Take detours on a thread of its own, all that have come together at once. Thread-safe. */
final class Beside implements Runnable {

    private final EventLoop loop;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private List<Detour> waiting = new ArrayList<>();
    private boolean closed;

    Beside(EventLoop loop) {
        this.loop = loop;
    }

    /** Take these, too. */
    void take(List<Detour> detours) {
        lock.lock();
        try {
            waiting.addAll(detours);
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Take no more once all is done that was taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        for (List<Detour> detours = next(); !detours.isEmpty(); detours = next()) {
            List<Detour> taken = detours;
            taken.forEach(Detour::beside);
            loop.execute(() -> taken.forEach(Detour::back));
        }
    }

    /** Wait for some; none at the end. */
    private List<Detour> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                more.awaitUninterruptibly();
            }
            List<Detour> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
