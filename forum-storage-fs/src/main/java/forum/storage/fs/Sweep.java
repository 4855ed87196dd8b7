package forum.storage.fs;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Write the complete segments again, oldest first, without what is not needed any more.
 *
 * <p>Each new segment takes the place of old ones in one step, and only once all is durable that was seen when it was
 * decided what goes. So a sweep can be broken off anywhere, by a crash, too.
 */
final class Sweep {

    private final JournalFolder folder;
    private final Journal journal;
    private final ForumState state;
    private final ReentrantLock forum;
    private final Retention retention;
    private final BooleanSupplier enough;
    private long dropped;
    private long left;
    private long low;

    /**
     * Prepare a sweep.
     *
     * @param enough tells whether to break it off
     */
    Sweep(
            JournalFolder folder,
            Journal journal,
            ForumState state,
            ReentrantLock forum,
            Retention retention,
            BooleanSupplier enough) {
        this.folder = folder;
        this.journal = journal;
        this.state = state;
        this.forum = forum;
        this.retention = retention;
        this.enough = enough;
    }

    /** Sweep the segments up to a number; tells whether it came to the end. */
    boolean run(long complete) throws IOException {
        List<SegmentFile> files = SegmentFile.chain(folder).stream()
                .filter(file -> file.header().last() <= complete)
                .toList();
        int longest = files.stream().mapToInt(SegmentFile::length).max().orElse(0);
        long all = files.stream().mapToLong(SegmentFile::length).sum();
        try (Arena arena = Arena.ofConfined()) {
            ByteBuffer image = arena.allocate(Math.max(longest, 1)).asByteBuffer();
            long merged = Math.max(longest, Math.min(all, JournalFolder.LONGEST)) + 2 * Frame.SHORTEST;
            return run(files, image, arena.allocate(merged).asByteBuffer());
        }
    }

    /** Tell how many bytes of records went. */
    long dropped() {
        return dropped;
    }

    /** Tell how many bytes of records stayed. */
    long left() {
        return left;
    }

    private boolean run(List<SegmentFile> files, ByteBuffer image, ByteBuffer target) throws IOException {
        @Nullable Merge merge = null;
        for (SegmentFile file : files) {
            if (enough.getAsBoolean()) {
                return false;
            }
            long seen = journal.settled() + 1;
            Survivors survivors = survivors(file, image);
            if (merge != null && !merge.takes(survivors)) {
                if (!finish(merge)) {
                    return false;
                }
                merge = null;
            }
            if (merge == null) {
                merge = new Merge(target);
                low = seen;
            }
            merge.add(file, survivors);
            dropped += survivors.before() - survivors.after();
            left += survivors.after();
        }
        return merge == null || finish(merge);
    }

    private Survivors survivors(SegmentFile file, ByteBuffer image) throws IOException {
        file.read(folder.disk(), image);
        try {
            return Survivors.of(image, forum, new Liveness(state, file.header()));
        } catch (IllegalArgumentException e) {
            throw file.damaged(0, e.getMessage());
        }
    }

    private boolean finish(Merge merge) throws IOException {
        if (!merge.isWorthwhile()) {
            return true;
        }
        journal.sync(low, journal.appended());
        return retention.unlessHeld(() -> {
            if (enough.getAsBoolean()) {
                return false;
            }
            merge.replace(folder, nextId());
            return true;
        });
    }

    private long nextId() {
        forum.lock();
        try {
            return state.lastId() + 1;
        } finally {
            forum.unlock();
        }
    }
}
