package forum.server.connection;

/**
 * Agree whether a connection may wait for its other side, which it may not when the server shuts down.
 *
 * <p>The connection says itself that it waits, and finds out before each wait whether it is to leave; whoever shuts
 * down says so first, and then wakes it if it waits. So one of the two always notices. Thread-safe.
 */
final class Gate {

    private volatile boolean waiting;
    private volatile boolean leaving;

    /** Note whether the connection waits for a request or its rest. Called by the connection's thread. */
    void waiting(boolean now) {
        waiting = now;
    }

    /** Have the connection leave when it has done what has arrived. */
    void leave() {
        leaving = true;
    }

    /** Tell whether the connection is to leave. */
    boolean isLeaving() {
        return leaving;
    }

    /** Tell whether nothing may be waited for; what has arrived is still to be read. */
    boolean isClosed() {
        return leaving && waiting;
    }
}
