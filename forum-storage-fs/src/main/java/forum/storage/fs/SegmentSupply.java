package forum.storage.fs;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Have the next segment ready before the present one is full.
 *
 * <p>Guarded by the forum's lock, but for {@link #prepare}, which takes it only to look and to add.
 */
final class SegmentSupply {

    private final JournalFolder folder;
    private final ReentrantLock forum;
    private final LongSupplier nextId;
    private final ArrayDeque<Segment> spares;

    SegmentSupply(JournalFolder folder, ReentrantLock forum, LongSupplier nextId, List<Segment> spares) {
        this.folder = folder;
        this.forum = forum;
        this.nextId = nextId;
        this.spares = new ArrayDeque<>(spares);
    }

    boolean isEmpty() {
        return spares.isEmpty();
    }

    Segment take() {
        return spares.removeFirst();
    }

    /** Take back segments that were taken but not written to, oldest first. */
    void putBack(List<Segment> unused) {
        unused.reversed().forEach(spares::addFirst);
    }

    /**
     * Make a segment, if none is ready; called by one thread at a time.
     *
     * @param present tells which one it follows, with the forum's lock held: were it told before, it might be filled
     *     and followed by then, and a living segment written over
     * @param length tells the length of the segment that follows one of another length
     */
    void prepare(Supplier<Segment> present, IntUnaryOperator length) throws IOException {
        SegmentHeader header;
        forum.lock();
        try {
            if (!spares.isEmpty()) {
                return;
            }
            Segment last = present.get();
            long number = last.last() + 1;
            header = new SegmentHeader(number, number, length.applyAsInt(last.length()), nextId.getAsLong());
        } finally {
            forum.unlock();
        }
        Segment made = create(header);
        forum.lock();
        try {
            spares.add(made);
        } finally {
            forum.unlock();
        }
    }

    /** Make a segment that stands for all there ever was, and delete those. */
    Segment startOver(Segment present) throws IOException {
        long last = spares.isEmpty() ? present.last() : spares.getLast().last();
        List<SegmentFile> covered = SegmentFile.chain(folder);
        Segment first = folder.create(new SegmentHeader(1, last + 1, JournalFolder.SHORTEST, nextId.getAsLong()));
        close();
        spares.clear();
        for (SegmentFile file : covered) {
            if (!file.path().equals(first.path())) {
                folder.delete(file.path());
            }
        }
        return first;
    }

    void close() throws IOException {
        for (Segment spare : spares) {
            spare.file().close();
        }
    }

    /** Make a segment; a short one where there is no room for a long one. */
    private Segment create(SegmentHeader header) throws IOException {
        try {
            return folder.create(header);
        } catch (IOException e) {
            if (header.length() == JournalFolder.SHORTEST || !Trouble.isFull(e)) {
                throw e;
            }
            return folder.create(
                    new SegmentHeader(header.first(), header.last(), JournalFolder.SHORTEST, header.nextId()));
        }
    }
}
