package forum.server.connection;

import forum.server.Limits;

/** Let a user send so many requests a second, and so many at once: a bucket that fills with time. Thread-safe. */
final class Pace {

    private static final double NANOS = 1e9;

    private final int perSecond;
    private final int burst;
    private double left;
    private long filledAt = System.nanoTime();

    Pace(Limits limits) {
        this.perSecond = limits.requestsPerSecond();
        this.burst = Math.max(1, limits.burst());
        this.left = burst;
    }

    /** Take one request from the bucket, if there is one. */
    synchronized boolean allows() {
        fill();
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** Tell whether nothing has been taken for so long that the bucket can be forgotten. */
    synchronized boolean isFull() {
        fill();
        return left >= burst;
    }

    private void fill() {
        long now = System.nanoTime();
        left = Math.min(burst, left + perSecond * ((now - filledAt) / NANOS));
        filledAt = now;
    }
}
