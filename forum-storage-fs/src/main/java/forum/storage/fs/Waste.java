package forum.storage.fs;

/**
 * Count how many bytes of the journal's records, about, are of what is not there any more.
 *
 * <p>Guarded by the forum's lock.
 */
final class Waste {

    /** So many dead bytes are never worth a compaction. */
    static final long LEAST = 1 << 20;

    /** A compaction begins when the dead bytes are more than one in so many. */
    static final int SHARE = 4;

    private long all;
    private long dead;

    /** Remember a moment. */
    record Mark(long all, long dead) {}

    Mark mark() {
        return new Mark(all, dead);
    }

    long all() {
        return all;
    }

    long dead() {
        return dead;
    }

    boolean isDue() {
        return dead > LEAST && dead > all / SHARE;
    }

    /** Take note of a record. */
    void written(long bytes) {
        all += bytes;
    }

    /** Take note that earlier records are not needed any more. */
    void died(long bytes) {
        dead += bytes;
    }

    /**
     * Take note that all that was dead at a moment has left the disk.
     *
     * @param dropped the bytes that left it
     * @param left the bytes of what was there then and is there still
     */
    void swept(Mark start, long dropped, long left) {
        dead = Math.clamp(dead - dropped, 0, Math.max(0, dead - start.dead));
        all = left + all - start.all;
    }

    /** Go on with what was counted before. */
    void restore(long all, long dead) {
        this.all = all;
        this.dead = dead;
    }

    void clear() {
        all = 0;
        dead = 0;
    }
}
