package forum.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Run a forum server. Thread-safe.
 *
 * <p>{@link #start} returns once the server accepts connections. It ends by {@link #close}, or when somebody who knows
 * the admin password sends {@code SHT}.
 */
public final class ForumServer implements AutoCloseable {

    private final Assembly assembly;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private ForumServer(ServerConfig config) {
        this.assembly = Assembly.of(config, this::end);
    }

    /**
     * Start a server.
     *
     * @throws StartException if it cannot start, with one sentence that says why
     */
    public static ForumServer start(ServerConfig config) {
        ForumServer server = new ForumServer(config);
        server.assembly.serve();
        return server;
    }

    /** Tell the port on which it listens. */
    public int port() {
        return assembly.port();
    }

    /** Wait until the server has ended; an interrupt does not end the wait. */
    public void awaitEnd() {
        boolean interrupted = false;
        while (ended.getCount() > 0) {
            try {
                ended.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Say goodbye to everybody, make everything durable and end; returns once that is done. */
    @Override
    public void close() {
        end(false);
        awaitEnd();
    }

    /** End on a thread of its own: whoever asks for it may be a connection that is to be closed. */
    private void end(boolean erase) {
        if (ending.compareAndSet(false, true)) {
            assembly.announceEnd();
            Thread.ofPlatform().name("shutdown").start(() -> {
                try {
                    assembly.end(erase);
                } finally {
                    ended.countDown();
                }
            });
        }
    }
}
