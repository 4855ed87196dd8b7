package forum.server.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * Wake virtual threads, and let their carriers look elsewhere every now and then. Belongs to the loop's thread.
 *
 * <p>A carrier goes on with the threads that one thread has woken as long as there are any. Beside users who ask without
 * end, whoever was woken by another than the loop, by a hash run, a plugin, or who led a flush, would never go on. So
 * every few milliseconds nobody more is woken until all have begun who were woken before: then the carrier finds none, and
 * looks elsewhere.
 */
final class Waker {

    private static final long STRETCH_NANOS = 5_000_000;

    private final EventLoop loop;
    private final List<Runnable> held = new ArrayList<>();
    private long begun = System.nanoTime();
    private boolean pausing;
    private boolean closed;

    Waker(EventLoop loop) {
        this.loop = loop;
    }

    /** Have a thread woken, or started, now or after all who were woken before. */
    void wake(Runnable thread) {
        if (pausing) {
            held.add(thread);
            return;
        }
        thread.run();
        if (!closed && System.nanoTime() - begun > STRETCH_NANOS) {
            pausing = true;
            Thread.ofVirtual().start(() -> loop.execute(this::goOn)); // it is the last in the carriers' line
        }
    }

    /** Hold nobody back any more: the loop ends. */
    void close() {
        closed = true;
        goOn();
    }

    private void goOn() {
        pausing = false;
        begun = System.nanoTime();
        List<Runnable> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(this::wake);
    }
}
