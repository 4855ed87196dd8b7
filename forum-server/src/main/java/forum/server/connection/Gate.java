package forum.server.connection;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Agree on who says goodbye when the server shuts down: whoever finds the connection waiting, or the connection itself
 * once it has done what has arrived.
 *
 * <pre>
 *          await                 shutDown: the caller says goodbye
 *  BUSY ----------> IDLE, HALF -----------------------------------> TOLD
 *   ^  <----------      |
 *   |     resume        |  shutDown, but something has just arrived
 *   |                   v
 *   +--------------> LEAVING: the connection says goodbye when it would have to wait
 *       shutDown
 * </pre>
 *
 * Thread-safe.
 */
final class Gate {

    private enum Phase {
        BUSY,
        IDLE,
        HALF,
        LEAVING,
        TOLD
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
        Phase now = phase.updateAndGet(waited -> switch (waited) {
            case BUSY, IDLE, HALF -> Phase.BUSY;
            case LEAVING, TOLD -> waited;
        });
        return now != Phase.TOLD;
    }

    /**
     * Let the connection leave.
     *
     * @param arrived whether something has arrived that the connection is about to read
     */
    Found shutDown(boolean arrived) {
        Phase before = phase.getAndUpdate(now -> switch (now) {
            case BUSY, LEAVING -> Phase.LEAVING;
            case IDLE, HALF -> arrived ? Phase.LEAVING : Phase.TOLD;
            case TOLD -> Phase.TOLD;
        });
        return switch (before) {
            case BUSY, LEAVING, TOLD -> Found.BUSY;
            case IDLE -> arrived ? Found.BUSY : Found.IDLE;
            case HALF -> arrived ? Found.BUSY : Found.HALF;
        };
    }
}
