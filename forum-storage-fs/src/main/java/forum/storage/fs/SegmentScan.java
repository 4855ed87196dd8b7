package forum.storage.fs;

import java.nio.ByteBuffer;

/** Find the records of a segment, and what is behind the last sound one. */
final class SegmentScan {

    private final ByteBuffer image;
    private int at = SegmentHeader.SIZE;
    private boolean sealed;

    /** Look at the bytes of a whole segment, from its header to the buffer's limit. */
    SegmentScan(ByteBuffer image) {
        this.image = image;
    }

    /** Look at what is behind the sound records of a whole segment. */
    SegmentScan(ByteBuffer image, int end) {
        this.image = image;
        this.at = end;
    }

    /** Hear of a record and where it is. */
    @FunctionalInterface
    interface Visitor {

        /** Look at it. */
        void visit(int at, Change change);
    }

    /**
     * Read the sound records up to the first place where there is none.
     *
     * @throws IllegalArgumentException if a sound record says what this version does not know
     */
    void read(Visitor visitor) {
        while (!sealed && Frame.read(image, at).orElse(null) instanceof Change change) {
            sealed = change instanceof Change.Sealed;
            visitor.visit(at, change);
            at = Frame.next(image, at);
        }
    }

    /** Pass over the sound records. */
    void skipSound() {
        read((place, change) -> {});
    }

    /** Tell where no sound record begins any more. */
    int end() {
        return at;
    }

    /** Tell whether there is any record. */
    boolean isUsed() {
        return at > SegmentHeader.SIZE || leftover() > 0;
    }

    /** Tell whether the segment says that the journal goes on in the next. */
    boolean isSealed() {
        return sealed;
    }

    /** Tell how many bytes there are from the end to the last one that is not zero. */
    int leftover() {
        int last = image.limit();
        while (last - Long.BYTES >= at && image.getLong(last - Long.BYTES) == 0) {
            last -= Long.BYTES;
        }
        while (last > at && image.get(last - 1) == 0) {
            last--;
        }
        return last - at;
    }

    /**
     * Find a sound record behind the end that was written when the batch of whatever was at the end was already
     * durable: it shows that the journal was damaged there, not torn by a crash.
     *
     * @return where it is, or -1
     */
    int laterBatch() {
        int limit = at + leftover();
        for (int later = at + 1; later < limit; later++) {
            if (image.getInt(later) != 0 && Frame.isSound(image, later) && Frame.batch(image, later) > at) {
                return later;
            }
        }
        return -1;
    }

    /** Go on at the next sound record behind the end, if there is one. */
    boolean resume() {
        int limit = at + leftover();
        for (int later = at + 1; later < limit; later++) {
            if (Frame.isSound(image, later)) {
                at = later;
                return true;
            }
        }
        return false;
    }
}
