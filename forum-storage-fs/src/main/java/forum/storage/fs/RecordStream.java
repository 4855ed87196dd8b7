package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Read the sound records at a segment's beginning, a piece at a time.
 *
 * <p>This is what a start with a large forum spends its time on, in a JVM that has just started: so there is an array, a
 * loop, and hardly an object. {@link SegmentScan} looks at what lies behind.
 */
final class RecordStream {

    /** Holds the longest record. */
    private static final int PIECE = 256 * 1024;

    private final Source source;
    private final int length;
    private final byte[] bytes = new byte[PIECE];
    private final FieldReader record = new FieldReader(bytes, 0, 0);
    private final CRC32C crc = new CRC32C();

    /** Where in the segment the array begins. */
    private int start = SegmentHeader.SIZE;

    /** Where in the array the next record begins, and where what was read ends. */
    private int at;

    private int limit;
    private boolean sealed;

    /** Give bytes of a segment. */
    @FunctionalInterface
    interface Source {

        /** Fill the buffer from a place; what the segment is too short for stays empty. */
        void read(ByteBuffer target, long position) throws IOException;
    }

    /** Read a segment of a length. */
    RecordStream(Source source, int length) {
        this.source = source;
        this.length = length;
    }

    /**
     * Read up to the first place where no sound record is.
     *
     * @param each is given the type and payload of each record
     * @throws IllegalArgumentException if a sound record says what this version does not know
     */
    void read(Consumer<FieldReader> each) throws IOException {
        boolean more = true;
        while (more) {
            start += at;
            at = 0;
            limit = fill(start);
            readPiece(each);
            more = !sealed && at > 0 && isCut();
        }
    }

    /** Tell where in the segment no sound record begins any more. */
    int end() {
        return start + at;
    }

    /** Tell whether the segment says that the journal goes on in the next. */
    boolean isSealed() {
        return sealed;
    }

    /** Tell whether anything but zeros is behind; reads all the rest. */
    boolean isFollowed() throws IOException {
        byte[] zeros = new byte[PIECE];
        for (int place = end(); place < length; place += PIECE) {
            int count = fill(place);
            if (!Arrays.equals(bytes, 0, count, zeros, 0, count)) {
                return true;
            }
        }
        return false;
    }

    /** Read what is at a place of the segment; tells how many bytes. */
    private int fill(int place) throws IOException {
        ByteBuffer piece = ByteBuffer.wrap(bytes, 0, Math.min(PIECE, length - place));
        source.read(piece, place);
        return piece.position();
    }

    private void readPiece(Consumer<FieldReader> each) {
        while (!sealed && isSound()) {
            int body = at + Frame.HEAD;
            int next = body + integer(at);
            sealed = bytes[body + Frame.BATCH] == ChangeCodec.SEALED;
            each.accept(record.move(body + Frame.BATCH, next));
            at = next;
        }
    }

    private boolean isSound() {
        if (limit - at < Frame.SHORTEST) {
            return false;
        }
        int body = integer(at);
        if (body > limit - at - Frame.HEAD || !Frame.isPossible(body, integer(at + Frame.HEAD), start + at)) {
            return false;
        }
        crc.reset();
        crc.update(bytes, at + Frame.HEAD, body);
        return (int) crc.getValue() == integer(at + 4);
    }

    /** Tell whether the piece may end within a record. */
    private boolean isCut() {
        return start + limit < length && (limit - at < Frame.SHORTEST || integer(at) > limit - at - Frame.HEAD);
    }

    private int integer(int place) {
        return bytes[place] << 24
                | (bytes[place + 1] & 0xff) << 16
                | (bytes[place + 2] & 0xff) << 8
                | bytes[place + 3] & 0xff;
    }
}
