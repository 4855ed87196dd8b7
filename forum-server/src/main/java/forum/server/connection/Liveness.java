package forum.server.connection;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Judge whether the other side of a connection is still there.
 *
 * <p>TCP's keep-alive finds a dead one while nothing is on the way to it; {@link #isDead} finds it when something is.
 * Thread-safe, but for {@link #isDead}, which one thread calls.
 */
final class Liveness {

    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(35);
    private static final long PROBED_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    private final Line line;
    private final String peer;
    private volatile long heard = System.nanoTime();
    private int probers;
    private long unansweredSince;

    Liveness(SocketChannel channel, Line line) throws IOException {
        this.line = line;
        this.peer = Unanswered.peer(channel);
    }

    /** Note that something has arrived. */
    void heard() {
        heard = System.nanoTime();
    }

    /** Tell whether nothing has arrived for so long that the other side might be gone. */
    boolean isSilent() {
        return System.nanoTime() - heard > SILENCE_NANOS;
    }

    /** Tell whether nothing has arrived for that long. */
    boolean isSilentFor(Duration time) {
        return System.nanoTime() - heard > time.toNanos();
    }

    /** Find out within three seconds, until {@link #endProbe}; several may want to know at once. */
    synchronized void probe() {
        if (probers++ == 0) {
            keepAlive(1, 1, 2);
        }
    }

    /** Be as patient as before. */
    synchronized void endProbe() {
        if (--probers == 0) {
            keepAlive(20, 10, 3);
        }
    }

    /** Tell whether somebody is waiting to know. */
    synchronized boolean isProbed() {
        return probers > 0;
    }

    /** Tell whether the other side has confirmed nothing for too long. */
    boolean isDead(Unanswered unanswered) {
        long now = System.nanoTime();
        if (!unanswered.includes(peer)) {
            unansweredSince = 0;
            return false;
        }
        if (unansweredSince == 0) {
            unansweredSince = now;
        }
        return now - unansweredSince > (isProbed() ? PROBED_PATIENCE_NANOS : PATIENCE_NANOS);
    }

    private void keepAlive(int idle, int interval, int count) {
        try {
            line.keepAlive(idle, interval, count);
        } catch (IOException closed) {
            // then there is nothing left to test
        }
    }
}
