package forum.storage.fs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Read the journal from its beginning and find where to go on.
 *
 * <p>The log ends where no sound record follows. What a crash left there of a batch that was being written is cut; all
 * else that is not as it was written is damage, and stops the start. What was found is forced before anybody sees it: a
 * server that was killed may have left it in the kernel's memory alone.
 */
final class Recovery {

    private final JournalFolder folder;
    private final Consumer<SegmentHeader> begin;
    private final Consumer<Change> each;
    private final List<Segment> spares = new ArrayList<>();
    private @Nullable Segment end;
    private int offset;

    /**
     * Prepare to read.
     *
     * @param begin hears of each segment
     * @param each hears of each change, in order
     */
    Recovery(JournalFolder folder, Consumer<SegmentHeader> begin, Consumer<Change> each) {
        this.folder = folder;
        this.begin = begin;
        this.each = each;
    }

    /**
     * Say where the journal goes on.
     *
     * @param spares the segments after this one, empty
     */
    record Place(Segment segment, int offset, List<Segment> spares) {}

    /** Read all there is; make the first segment if there is none. */
    Place recover() throws IOException {
        List<SegmentFile> segments = SegmentFile.chain(folder);
        if (segments.isEmpty()) {
            Segment first = folder.create(new SegmentHeader(1, 1, JournalFolder.SHORTEST, 1));
            return new Place(first, SegmentHeader.SIZE, List.of());
        }
        try (Arena arena = Arena.ofConfined()) {
            int longest = segments.stream().mapToInt(SegmentFile::length).max().orElseThrow();
            ByteBuffer image = arena.allocate(longest).asByteBuffer();
            for (SegmentFile file : segments) {
                recover(file, image);
            }
        }
        for (SegmentFile file : segments.subList(Math.max(0, segments.size() - spares.size() - 2), segments.size())) {
            force(file);
        }
        if (end == null) {
            throw segments.getLast().damaged(segments.getLast().length(), "the segment that follows is missing");
        }
        return new Place(end, offset, spares);
    }

    private void recover(SegmentFile file, ByteBuffer image) throws IOException {
        file.read(folder.disk(), image);
        SegmentScan scan = new SegmentScan(image);
        begin.accept(file.header());
        try {
            scan.read((at, change) -> each.accept(change));
        } catch (IllegalArgumentException e) {
            throw file.damaged(scan.end(), e.getMessage());
        }
        if (end != null) {
            if (scan.isUsed()) {
                throw file.damaged(
                        SegmentHeader.SIZE,
                        "the journal ended before, at byte " + offset + " of "
                                + end.path().getFileName());
            }
            spares.add(file.open(folder.disk()));
        } else if (!scan.isSealed()) {
            cutTornTail(file, scan);
            end = file.open(folder.disk());
            offset = scan.end();
        }
    }

    private void force(SegmentFile file) throws IOException {
        try (DiskFile segment = folder.disk().open(file.path())) {
            segment.force();
        }
    }

    private void cutTornTail(SegmentFile file, SegmentScan scan) throws IOException {
        int leftover = scan.leftover();
        if (leftover == 0) {
            return;
        }
        int later = scan.laterBatch();
        if (later >= 0) {
            throw file.damaged(scan.end(), "records that were written later follow at " + later);
        }
        try (DiskFile segment = folder.disk().open(file.path())) {
            segment.write(ByteBuffer.allocateDirect(leftover), scan.end());
            segment.force();
        }
        System.getLogger("forum.storage.fs")
                .log(
                        Level.WARNING,
                        "Cut a torn tail of " + leftover + " bytes, which nobody was told is kept, at byte "
                                + scan.end() + " of " + file.path());
    }
}
