package forum.server.command;

/** Tell whether a call is still on; what was given for it is worth nothing afterwards. Thread-safe. */
public final class Lease {

    private volatile boolean over;

    /** End the call. */
    public void end() {
        over = true;
    }

    /**
     * Go on only while the call is on.
     *
     * @throws IllegalStateException once it is over
     */
    void require() {
        if (over) {
            throw new IllegalStateException("This context was given for a call that is over");
        }
    }
}
