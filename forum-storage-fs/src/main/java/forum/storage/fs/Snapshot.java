package forum.storage.fs;

import forum.api.storage.StorageException;
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

    private static final int STEP = 1 << 20;

    /** Write what is in memory, now that the journal is closed; without it the next start only takes longer. */
    void write(ForumState state, long lastBlob, long segment, int offset) {
        try {
            disk.delete(unfinished());
            int journal = checksum(soundJournal(segment, offset));
            try (SnapshotWriter writer = new SnapshotWriter(disk.create(unfinished()), state)) {
                writer.write(new SnapshotHeader(journal, segment, offset), lastBlob);
            }
            disk.move(unfinished(), finished());
        } catch (IOException e) {
            giveUp(Trouble.of("write " + unfinished(), e));
        } catch (StorageException e) {
            giveUp(e);
        }
    }

    /** Delete the snapshot, whole or unfinished, if there is one. */
    void delete() throws IOException {
        disk.delete(unfinished());
        disk.delete(finished());
    }

    /** Fill a forum that is empty from the snapshot, if there is a good one; it stays empty if not. */
    Optional<SnapshotHeader> restore(List<SegmentFile> journal, ForumState state, AttachmentFiles files)
            throws IOException {
        try {
            return disk.list(folder).contains(finished()) ? read(journal, state, files) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            Log.log(Level.INFO, "Reading the whole journal, for " + finished() + " is of no use: " + e.getMessage());
            state.clear();
            System.gc(); // there may be no room for all texts twice, and those that were read go with the garbage
            return Optional.empty();
        } finally {
            delete();
        }
    }

    private Optional<SnapshotHeader> read(List<SegmentFile> journal, ForumState state, AttachmentFiles files)
            throws IOException {
        try (DiskFile file = disk.open(finished())) {
            ByteBuffer head = ByteBuffer.allocate(SnapshotHeader.SIZE);
            file.read(head, 0);
            SnapshotHeader header = SnapshotHeader.read(head.flip());
            try (Ahead<Integer> checksum = new Ahead<>(() -> checksum(journal))) {
                new SnapshotReader(file, state, files).read();
                if (header.journal() != checksum.await()) {
                    throw new IllegalArgumentException("it was made of another journal");
                }
            }
            return Optional.of(header);
        }
    }

    /** Find the segments, if every record is on the disk as it was written: else the snapshot would hide the damage. */
    private List<SegmentFile> soundJournal(long last, int end) throws IOException {
        List<SegmentFile> journal = SegmentFile.chain(new JournalFolder(disk, folder));
        for (SegmentFile segment : journal) {
            try (DiskFile file = disk.open(segment.path())) {
                RecordStream records = new RecordStream(file::read, segment.length());
                records.read(_ -> {});
                long first = segment.header().first();
                boolean sound = first < last
                        ? records.isSealed()
                        : records.end() == (first == last ? end : SegmentHeader.SIZE) && !records.isFollowed();
                if (!sound) {
                    throw segment.damaged(records.end(), "this is not what was written");
                }
            }
        }
        return journal;
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

    private void giveUp(StorageException cause) {
        Log.log(Level.WARNING, "The next start will read the whole journal: " + cause.getMessage());
        try {
            disk.delete(unfinished());
        } catch (IOException e) {
            Log.log(Level.WARNING, "Cannot delete " + unfinished() + "; the next start will", e);
        }
    }

    private Path finished() {
        return folder.resolve("snapshot");
    }

    private Path unfinished() {
        return folder.resolve("snapshot.new");
    }
}
