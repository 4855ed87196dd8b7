package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Gather the records that one write takes to a segment. Guarded by the forum's lock until it is taken to be written. */
final class Batch {

    private static final int SMALLEST = 64 * 1024;

    private final Segment segment;
    private final int start;
    private final List<Pending> pending = new ArrayList<>();
    private ByteBuffer bytes;
    private boolean sealed;

    Batch(Segment segment, int start, ByteBuffer bytes) {
        this.segment = segment;
        this.start = start;
        this.bytes = bytes.clear();
    }

    static ByteBuffer newBuffer() {
        return ByteBuffer.allocateDirect(SMALLEST);
    }

    Segment segment() {
        return segment;
    }

    /** Tell where in the segment the first record goes. */
    int start() {
        return start;
    }

    /** Tell where in the segment the next record goes. */
    int end() {
        return start + bytes.position();
    }

    int size() {
        return bytes.position();
    }

    /** Take note that the segment ends with this batch. */
    void seal() {
        sealed = true;
    }

    boolean isSealed() {
        return sealed;
    }

    boolean isEmpty() {
        return bytes.position() == 0;
    }

    List<Pending> pending() {
        return pending;
    }

    /** Give back the memory once the batch is written. */
    ByteBuffer buffer() {
        return bytes;
    }

    /**
     * Add a record.
     *
     * @param room how many bytes it can need
     */
    void add(Change change, int room) {
        if (bytes.remaining() < room) {
            int capacity = Math.max(bytes.capacity() * 2, bytes.position() + room);
            bytes = ByteBuffer.allocateDirect(capacity).put(bytes.flip());
        }
        Frame.write(change, start, bytes);
    }

    void write() throws IOException {
        segment.file().write(bytes.duplicate().flip(), start);
        segment.file().force();
    }
}
