package forum.storage.fs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Snapshot snapshot;
    private final Replay replay;
    private final List<Segment> spares = new ArrayList<>();
    private @Nullable Segment end;
    private int offset;

    Recovery(JournalFolder folder, Snapshot snapshot, Replay replay) {
        this.folder = folder;
        this.snapshot = snapshot;
        this.replay = replay;
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
        Optional<SnapshotHeader> restored = replay.restore(snapshot, segments);
        if (restored.isPresent()) {
            goOn(restored.get(), segments);
        } else {
            replay.hurry(true);
            for (SegmentFile file : segments) {
                recover(file);
            }
            replay.hurry(false);
        }
        for (SegmentFile file : segments.subList(Math.max(0, segments.size() - spares.size() - 2), segments.size())) {
            force(file);
        }
        if (end == null) {
            throw segments.getLast().damaged(segments.getLast().length(), "the segment that follows is missing");
        }
        return new Place(end, offset, spares);
    }

    /** Go on where the journal ended when the snapshot was made of it. */
    private void goOn(SnapshotHeader header, List<SegmentFile> segments) throws IOException {
        for (SegmentFile file : segments) {
            if (file.header().first() == header.segment()) {
                end = file.open(folder.disk());
                offset = header.offset();
            } else if (end != null) {
                spares.add(file.open(folder.disk()));
            }
        }
    }

    private void recover(SegmentFile file) throws IOException {
        replay.begin(file.header());
        try (DiskFile segment = folder.disk().open(file.path())) {
            if (segment.size() < file.length()) {
                throw file.damaged((int) segment.size(), "the file is shorter than its " + file.length() + " bytes");
            }
            RecordStream records = new RecordStream(segment::read, file.length());
            if (end == null) {
                replay(file, records);
            } else if (records.isFollowed()) {
                throw file.damaged(
                        records.end(),
                        "the journal ended before, at byte " + offset + " of "
                                + end.path().getFileName());
            } else {
                spares.add(file.open(folder.disk()));
            }
        }
    }

    private void replay(SegmentFile file, RecordStream records) throws IOException {
        try {
            records.read(replay::apply);
        } catch (IllegalArgumentException e) {
            throw file.damaged(records.end(), e.getMessage());
        }
        if (!records.isSealed()) {
            if (records.isFollowed()) {
                cutTornTail(file, records.end());
            }
            end = file.open(folder.disk());
            offset = records.end();
        }
    }

    private void force(SegmentFile file) throws IOException {
        try (DiskFile segment = folder.disk().open(file.path())) {
            segment.force();
        }
    }

    private void cutTornTail(SegmentFile file, int end) throws IOException {
        ByteBuffer image = ByteBuffer.allocateDirect(file.length());
        file.read(folder.disk(), image);
        SegmentScan scan = new SegmentScan(image, end);
        int later = scan.laterBatch();
        if (later >= 0) {
            throw file.damaged(scan.end(), "records that were written later follow at " + later);
        }
        try (DiskFile segment = folder.disk().open(file.path())) {
            segment.write(ByteBuffer.allocateDirect(scan.leftover()), scan.end());
        }
        Log.log(
                Level.WARNING,
                "Cut a torn tail of " + scan.leftover() + " bytes, which nobody was told is kept, at byte " + scan.end()
                        + " of " + file.path());
    }
}
