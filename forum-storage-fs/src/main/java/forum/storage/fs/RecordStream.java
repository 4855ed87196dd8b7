package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Read the sound records at a segment's beginning, a piece at a time: while one is looked at, the next is read and
 * checked.
 *
 * <p>This is what a start with a large forum spends its time on, in a JVM that has just started: so there are arrays,
 * loops, and hardly an object. {@link SegmentScan} looks at what lies behind.
 */
final class RecordStream {

    private final Source source;
    private final int length;
    private int end = SegmentHeader.SIZE;
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
        Piece piece = new Piece().fill(source, end, length);
        Piece spare = new Piece();
        while (piece.isCut()) {
            Piece empty = spare;
            int place = piece.end();
            try (Ahead<Piece> next = new Ahead<>(() -> empty.fill(source, place, length))) {
                look(piece, each);
                spare = piece;
                piece = next.await();
            }
        }
        look(piece, each);
    }

    /** Tell where in the segment no sound record begins any more; after a failure, where the one is that was not liked. */
    int end() {
        return end;
    }

    /** Tell whether the segment says that the journal goes on in the next. */
    boolean isSealed() {
        return sealed;
    }

    /** Tell whether anything but zeros is behind; reads all the rest. */
    boolean isFollowed() throws IOException {
        byte[] zeros = new byte[Piece.SIZE];
        byte[] bytes = new byte[Piece.SIZE];
        for (int place = end; place < length; place += Piece.SIZE) {
            ByteBuffer rest = ByteBuffer.wrap(bytes, 0, Math.min(Piece.SIZE, length - place));
            source.read(rest, place);
            if (!Arrays.equals(bytes, 0, rest.position(), zeros, 0, rest.position())) {
                return true;
            }
        }
        return false;
    }

    private void look(Piece piece, Consumer<FieldReader> each) {
        piece.read(each, place -> end = place);
        end = piece.end();
        sealed = piece.isSealed();
    }
}
