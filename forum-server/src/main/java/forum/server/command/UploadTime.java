package forum.server.command;

/** Count how long a call has waited for the bytes of a file: its sender's time, not its handler's. Thread-safe. */
public final class UploadTime {

    private long waited;
    private long since;
    private boolean waiting;

    /** Tell how long, in nanoseconds. */
    public synchronized long nanos() {
        return waited + (waiting ? System.nanoTime() - since : 0);
    }

    synchronized void begin() {
        since = System.nanoTime();
        waiting = true;
    }

    synchronized void end() {
        waited += System.nanoTime() - since;
        waiting = false;
    }
}
