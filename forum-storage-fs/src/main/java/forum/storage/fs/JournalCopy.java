package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Copy a journal as it is on disk, up to where it ends, perhaps while it is being written to.
 *
 * <p>All that was durable before is copied, and of what is being written meanwhile a beginning, as a crash would leave
 * it. Every record is checked on the way.
 */
final class JournalCopy {

    private final Disk disk;
    private final JournalFolder source;
    private final JournalFolder target;
    private final Consumer<String> report;
    private final AttachedFiles attached = new AttachedFiles();
    private ByteBuffer image = ByteBuffer.allocateDirect(JournalFolder.SHORTEST);

    JournalCopy(Disk disk, Path from, Path to, Consumer<String> report) {
        this.disk = disk;
        this.source = new JournalFolder(disk, from);
        this.target = new JournalFolder(disk, to);
        this.report = report;
    }

    /** Copy all, and give the files that it attaches, by their names on disk. */
    Map<Long, Change.StoredFile> copy() throws IOException {
        target.prepare();
        boolean more = !source.segments().isEmpty();
        int copied = 0;
        for (long next = 1; more; ) {
            SegmentFile file = SegmentFile.of(disk, source.path(next));
            more = copy(file);
            next = file.header().last() + 1;
            report.accept("Copied " + ++copied + " segments of the journal");
        }
        target.force();
        return attached.byBlob();
    }

    /** Copy a segment; tells whether the journal goes on in the next. */
    private boolean copy(SegmentFile file) throws IOException {
        SegmentScan scan = scan(file);
        new SegmentScan(image).read((at, change) -> attached.follow(change));
        for (int at = scan.end(); at < image.limit(); at++) {
            image.put(at, (byte) 0);
        }
        try (DiskFile copy = disk.create(target.path(file.header().first()))) {
            copy.write(image, 0);
            copy.force();
        }
        return scan.isSealed();
    }

    /** Read a segment up to its end; where something follows that was written later, read again, for it may be filling. */
    private SegmentScan scan(SegmentFile file) throws IOException {
        for (int before = -1; ; ) {
            SegmentScan scan = readOnce(file);
            if (scan.isSealed()
                    || scan.laterBatch() < 0 && !isUsed(file.header().last() + 1)) {
                return scan;
            }
            if (scan.end() == before) {
                throw file.damaged(before, "there is no sound record, and the journal goes on behind it");
            }
            before = scan.end();
        }
    }

    private SegmentScan readOnce(SegmentFile file) throws IOException {
        if (image.capacity() < file.length()) {
            image = ByteBuffer.allocateDirect(file.length());
        }
        file.read(disk, image);
        SegmentScan scan = new SegmentScan(image);
        try {
            scan.skipSound();
        } catch (IllegalArgumentException e) {
            throw file.damaged(scan.end(), e.getMessage());
        }
        return scan;
    }

    private boolean isUsed(long segment) throws IOException {
        Path path = source.path(segment);
        if (!source.segments().contains(path)) {
            return false;
        }
        ByteBuffer first = ByteBuffer.allocate(Integer.BYTES);
        try (DiskFile file = disk.open(path)) {
            file.read(first, SegmentHeader.SIZE);
        }
        return first.getInt(0) != 0;
    }
}
