package forum.storage.fs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Keep what is in memory in a file while the storage is closed, so that the next start need not apply each record.
 *
 * <p>The journal stays the truth. A snapshot counts only beside the very journal that it was made of, every byte of which
 * a start reads for that; anything else about it that is not as it should be, and the journal is replayed. So it need
 * not be flushed, and it is deleted as soon as it was read.
 */
record Snapshot(Disk disk, Path folder) {

    private static final System.Logger LOG = System.getLogger("forum.storage.fs");

    private static final String NAME = "snapshot";
    private static final int STEP = 1 << 20;

    /** Write what is in memory, now that the journal is closed; without it the next start only takes longer. */
    void write(ForumState state, long lastBlob, long segment, int offset) {
        Path unfinished = folder.resolve(NAME + ".new");
        try {
            disk.delete(unfinished);
            int journal = checksum(SegmentFile.chain(new JournalFolder(disk, folder)));
            try (SnapshotWriter writer = new SnapshotWriter(disk.create(unfinished), state)) {
                writer.write(new SnapshotHeader(journal, segment, offset), lastBlob);
            }
            disk.move(unfinished, folder.resolve(NAME));
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The next start will read the whole journal: "
                            + Trouble.of("write " + unfinished, e).getMessage());
        }
    }

    /** Delete the snapshot, if there is one. */
    void delete() throws IOException {
        disk.delete(folder.resolve(NAME));
    }

    /** Fill a forum that is empty from the snapshot, if there is a good one; it stays empty if not. */
    Optional<SnapshotHeader> restore(List<SegmentFile> journal, ForumState state, AttachmentFiles files)
            throws IOException {
        Path file = folder.resolve(NAME);
        if (!disk.list(folder).contains(file)) {
            return Optional.empty();
        }
        try (DiskFile open = disk.open(file)) {
            return read(open, journal, state, files);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.INFO, "Reading the whole journal, for " + file + " is of no use: " + e.getMessage());
            state.clear();
            return Optional.empty();
        } finally {
            delete();
        }
    }

    private Optional<SnapshotHeader> read(
            DiskFile file, List<SegmentFile> journal, ForumState state, AttachmentFiles files) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(SnapshotHeader.SIZE);
        file.read(head, 0);
        SnapshotHeader header = SnapshotHeader.read(head.flip());
        if (header.journal() != checksum(journal)) {
            throw new IllegalArgumentException("it was made of another journal");
        }
        new SnapshotReader(file, state, files).read();
        return Optional.of(header);
    }

    /** Compute the CRC-32C of all bytes of the segments. */
    private int checksum(List<SegmentFile> journal) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer step = ByteBuffer.allocateDirect(STEP);
        for (SegmentFile segment : journal) {
            try (DiskFile file = disk.open(segment.path())) {
                for (long at = 0, size = file.size(); at < size; at += STEP) {
                    file.read(step.clear(), at);
                    crc.update(step.flip());
                }
            }
        }
        return (int) crc.getValue();
    }
}
