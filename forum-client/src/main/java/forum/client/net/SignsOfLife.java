package forum.client.net;

import java.time.Duration;

/**
 * Know when a server last answered. What it pushes is no sign of life: a server that says endless news and answers nothing
 * is as good as gone.
 *
 * <p>Written by the thread that reads, and read by any.
 */
final class SignsOfLife {

    private static final int PUSH = '>';

    private volatile long heard = System.nanoTime();
    private boolean inPush;

    /** Take note of the first byte of a reply or a push. */
    void begun(int type) {
        inPush = type == PUSH;
        arrived();
    }

    /** Take note that more has arrived of what has begun. */
    void arrived() {
        if (!inPush) {
            heard = System.nanoTime();
        }
    }

    /** Tell for how long there has been none. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    /** Tell whether there was one since a moment of {@link System#nanoTime}. */
    boolean since(long nanoTime) {
        return heard - nanoTime > 0;
    }
}
