package forum.server.loop;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to read from a socket, and to touch whatever belongs to its reader.
 *
 * <pre>
 *            offer                         take
 *  READER -----------> FREE ---------------------------> LOOP
 *     ^                 |  ^                              |
 *     |<--- takeBack ---+  +------------ free ------------+
 *     +------------------- giveBack ----------------------+
 * </pre>
 */
final class Turn {

    private enum Whose {
        READER,
        FREE,
        LOOP
    }

    private final EventLoop loop;
    private final AtomicReference<Whose> whose = new AtomicReference<>(Whose.READER);
    private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();

    Turn(EventLoop loop) {
        this.loop = loop;
    }

    /** Let the loop have it if it likes. By the reader, who then waits, or takes it back. */
    void offer() throws IOException {
        if (!reader.compareAndSet(null, Thread.currentThread())) {
            throw new IOException("Somebody else waits for this socket already");
        }
        whose.set(Whose.FREE);
    }

    /** Go on, if the loop has not taken it. By the reader. */
    boolean takeBack() {
        boolean taken = whose.compareAndSet(Whose.FREE, Whose.READER);
        if (taken) {
            reader.set(null);
        }
        return taken;
    }

    /** Wait until the loop gives it back. By the reader. */
    void await() {
        boolean interrupted = false;
        while (whose.get() != Whose.READER) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        reader.set(null);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Take it, if the reader waits. On the loop. */
    boolean take() {
        return whose.compareAndSet(Whose.FREE, Whose.LOOP);
    }

    /** Leave it, and let the reader wait on. On the loop. */
    void free() {
        whose.set(Whose.FREE);
    }

    /** Tell whether the reader waits, and the loop has not taken it. */
    boolean isFree() {
        return whose.get() == Whose.FREE;
    }

    /** Have the reader go on. On the loop. */
    void giveBack() {
        Thread waiting = reader.get();
        whose.set(Whose.READER);
        loop.letOn(() -> LockSupport.unpark(waiting));
    }
}
