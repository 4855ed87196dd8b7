package forum.server.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Take detours on a thread of its own, all that have come together at once. Thread-safe. */
final class Beside implements Runnable {

    /** A flush of a fast disk takes a fraction of this. */
    private static final long QUICK_NANOS = 2_000_000;

    private final EventLoop loop;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private List<Detour> waiting = new ArrayList<>();
    private boolean closed;
    private volatile boolean busy;
    private volatile boolean quick;

    Beside(EventLoop loop) {
        this.loop = loop;
    }

    /** Take these, too. */
    void take(List<Detour> detours) {
        lock.lock();
        try {
            waiting.addAll(detours);
            busy = true;
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Do the first parts, here and now. */
    void goBeside(List<Detour> detours) {
        long begun = System.nanoTime();
        detours.forEach(Detour::beside);
        quick = System.nanoTime() - begun < QUICK_NANOS;
    }

    /** Tell whether none is under way, and the last ones took so little time that the loop might as well have waited. */
    boolean isQuick() {
        return quick && !busy;
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
            try {
                goBeside(taken);
            } catch (RuntimeException | Error e) {
                loop.fault(e);
            }
            loop.execute(() -> loop.back(taken));
        }
    }

    /** Wait for some; none at the end. */
    private List<Detour> next() {
        lock.lock();
        try {
            busy = !waiting.isEmpty();
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
