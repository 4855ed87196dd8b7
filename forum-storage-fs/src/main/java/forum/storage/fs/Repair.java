package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Write a damaged journal again with all that is sound in it.
 *
 * <p>Each segment is replaced by itself, so a repair that is broken off can be begun again.
 */
final class Repair {

    private final Disk disk;
    private final Path folder;
    private final Consumer<String> report;
    private final Set<Long> lostFiles = new HashSet<>();

    Repair(Disk disk, Path folder, Consumer<String> report) {
        this.disk = disk;
        this.folder = folder;
        this.report = report;
    }

    void run() throws IOException {
        try (FolderLock _ = FolderLock.take(disk, folder)) {
            Salvage salvage = new Salvage(disk, folder);
            salvage.read();
            findLostFiles(salvage.attached());
            salvage.damages().forEach(report);
            if (!salvage.damages().isEmpty() || !lostFiles.isEmpty()) {
                rewrite(salvage);
            }
        }
    }

    private void findLostFiles(Map<Long, Change.StoredFile> attached) throws IOException {
        AttachmentFiles files = new AttachmentFiles(disk, folder);
        for (Map.Entry<Long, Change.StoredFile> file : attached.entrySet()) {
            files.flaw(file.getValue()).ifPresent(flaw -> {
                lostFiles.add(file.getKey());
                report.accept("dropped the file " + file.getValue().name() + ", which " + flaw);
            });
        }
    }

    private void rewrite(Salvage salvage) throws IOException {
        new Snapshot(disk, folder).delete();
        JournalFolder journal = new JournalFolder(disk, folder);
        journal.prepare();
        long first = 1;
        long nextId = 1;
        for (SalvagedSegment segment : salvage.segments()) {
            SegmentHeader old = segment.header();
            nextId = Math.max(nextId, old.nextId());
            SegmentHeader header = new SegmentHeader(first, old.last(), old.length(), nextId);
            boolean last = segment == salvage.segments().get(salvage.lastUsed());
            rewrite(segment, journal, header, !last && segment.isUsed());
            first = old.last() + 1;
        }
    }

    private void rewrite(SalvagedSegment segment, JournalFolder journal, SegmentHeader header, boolean seal)
            throws IOException {
        ByteBuffer image = ByteBuffer.allocateDirect(header.length() + 2 * Frame.SHORTEST);
        image.position(SegmentHeader.SIZE);
        segment.forEach(change -> {
            if (isKept(change)) {
                Frame.write(change, image.position(), image);
            }
        });
        if (seal) {
            Frame.write(new Change.Sealed(), image.position(), image);
        }
        int length = Math.max(header.length(), image.position());
        new SegmentHeader(header.first(), header.last(), length, header.nextId()).write(image);
        Path path = journal.path(header.first());
        Path unfinished = JournalFolder.unfinished(path);
        try (DiskFile file = disk.create(unfinished)) {
            file.write(image.position(0).limit(length), 0);
            file.force();
        }
        journal.replace(path, unfinished);
        if (!path.equals(segment.path())) {
            journal.delete(segment.path());
        }
    }

    private boolean isKept(Change change) {
        if (change instanceof Change.Attached attached) {
            return !lostFiles.contains(attached.file().blob());
        }
        return !(change instanceof Change.Sealed) && !(change instanceof Change.Closed);
    }
}
