package forum.server.connection;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Agree on who says goodbye when the server shuts down: whoever finds the connection waiting, or the connection itself
 * once it has done what it is doing.
 *
 * <pre>
 *          await                 shutDown: the caller says goodbye
 *  BUSY ----------> IDLE, HALF ----------------------------------+
 *   ^  <----------                                               +--> LEAVING
 *   |     resume                                                 |
 *   +------------------------------------------------------------+
 *                          shutDown: the connection says goodbye at its next await
 * </pre>
 *
 * Thread-safe.
 */
final class Gate {

    private enum Phase {
        BUSY,
        IDLE,
        HALF,
        LEAVING
    }

    /** Say what the one who shuts down has found. */
    enum Found {
        /** The connection will leave by itself. */
        BUSY,
        /** It waits for a request. */
        IDLE,
        /** It waits for the rest of a request. */
        HALF
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.BUSY);

    /** Begin to wait for the other side; false if the connection is to leave instead. */
    boolean await(boolean withinRequest) {
        return phase.compareAndSet(Phase.BUSY, withinRequest ? Phase.HALF : Phase.IDLE);
    }

    /** Go on after waiting; false if goodbye was said meanwhile. */
    boolean resume() {
        Phase waited = phase.get();
        return waited != Phase.LEAVING && phase.compareAndSet(waited, Phase.BUSY);
    }

    /** Let the connection leave. */
    Found shutDown() {
        return switch (phase.getAndSet(Phase.LEAVING)) {
            case BUSY, LEAVING -> Found.BUSY;
            case IDLE -> Found.IDLE;
            case HALF -> Found.HALF;
        };
    }
}
