package forum.storage.fs;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hold the end of the journal: what was appended and is not taken to be written yet. Guarded by the forum's lock. */
final class Tail {

    /** Appending waits for the disk when so many bytes wait to be written. */
    private static final int MOST_WAITING = 4 << 20;

    private final ArrayDeque<Batch> full = new ArrayDeque<>();
    private Batch filling;
    private @Nullable ByteBuffer buffer;
    private long appended;
    private int waiting;

    Tail(Segment segment, int offset) {
        this.filling = new Batch(segment, offset, Batch.newBuffer());
    }

    /** Give the segment that the next record goes to, unless it is full. */
    Segment segment() {
        return filling.segment();
    }

    /** Tell the position of the latest change. */
    long appended() {
        return appended;
    }

    /** Tell where in the segment the next record goes. */
    int end() {
        return filling.end();
    }

    boolean isTooFarAhead() {
        return waiting >= MOST_WAITING;
    }

    /** Tell whether the segment has room for a record, and for what ends a segment. */
    boolean fits(int bytes) {
        return bytes <= filling.segment().length() - filling.end() - 2 * Frame.SHORTEST;
    }

    boolean isHalfFull() {
        return filling.end() > filling.segment().length() / 2;
    }

    /** Tell whether the segment has any record. */
    boolean isBegun() {
        return filling.end() > SegmentHeader.SIZE;
    }

    /** Append a change that fits; gives its position. */
    long add(Change change, int room, Pending pending) {
        write(change, room);
        filling.pending().add(pending);
        return ++appended;
    }

    /** Complete the segment and go on in the next one. */
    void goOn(Segment next) {
        write(new Change.Sealed(), Frame.SHORTEST);
        filling.seal();
        full.add(filling);
        filling = new Batch(next, SegmentHeader.SIZE, Batch.newBuffer());
    }

    /** Begin anew in an empty segment; nothing waits to be written. */
    void restart(Segment first) {
        filling = new Batch(first, SegmentHeader.SIZE, Batch.newBuffer());
    }

    /** Take all that is there to be written. */
    List<Batch> take() {
        List<Batch> taken = new ArrayList<>(full);
        full.clear();
        if (!filling.isEmpty()) {
            taken.add(filling);
            ByteBuffer free = buffer == null ? Batch.newBuffer() : buffer;
            buffer = null;
            filling = new Batch(filling.segment(), filling.end(), free);
        }
        return taken;
    }

    /** Take note that a batch was written. */
    void written(Batch batch) {
        waiting -= batch.size();
        buffer = batch.buffer();
    }

    /**
     * Undo all that was taken and not written, and all that was appended since.
     *
     * @param unused takes the segments that nothing is in any more
     * @return what must be mended before anything else is written
     */
    Mending rollBack(List<Batch> lost, Consumer<List<Segment>> unused) {
        List<Batch> all = new ArrayList<>(lost);
        all.addAll(full);
        all.add(filling);
        for (Batch batch : all.reversed()) {
            batch.pending().reversed().forEach(change -> change.effect().undo());
        }
        Batch first = all.getFirst();
        unused.accept(all.stream()
                .map(Batch::segment)
                .distinct()
                .filter(segment -> segment != first.segment())
                .toList());
        full.clear();
        filling = new Batch(first.segment(), first.start(), Batch.newBuffer());
        waiting = 0;
        return new Mending(first.segment(), first.start(), first.end());
    }

    private void write(Change change, int room) {
        int before = filling.size();
        filling.add(change, room);
        waiting += filling.size() - before;
    }
}
