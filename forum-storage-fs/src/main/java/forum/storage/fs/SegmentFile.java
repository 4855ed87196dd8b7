package forum.storage.fs;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Know a segment that is there on disk. */
record SegmentFile(Path path, SegmentHeader header) {

    /** Find the segments, oldest first, and delete those that another one stands for. */
    static List<SegmentFile> chain(JournalFolder folder) throws IOException {
        List<SegmentFile> chain = new ArrayList<>();
        List<Path> covered = new ArrayList<>();
        long last = 0;
        for (SegmentFile file : all(folder)) {
            if (file.header.last() <= last) {
                covered.add(file.path);
                continue;
            }
            if (file.header.first() != last + 1) {
                throw file.damaged(0, "the segment before it, number " + (last + 1) + ", is missing");
            }
            last = file.header.last();
            chain.add(file);
        }
        folder.deleteCovered(covered);
        return chain;
    }

    private static List<SegmentFile> all(JournalFolder folder) throws IOException {
        List<SegmentFile> all = new ArrayList<>();
        for (Path path : folder.segments()) {
            all.add(of(folder.disk(), path));
        }
        // not comparingLong: its lambda can be serialised, and is made anew at each start
        all.sort((one, other) -> Long.compare(one.header.first(), other.header.first()));
        return all;
    }

    /** Read the header of a segment. */
    static SegmentFile of(Disk disk, Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SegmentHeader.SIZE);
        try (DiskFile file = disk.open(path)) {
            file.read(bytes, 0);
        }
        try {
            return new SegmentFile(path, SegmentHeader.read(bytes.flip()));
        } catch (IllegalArgumentException e) {
            throw damaged(path, 0, e.getMessage());
        }
    }

    int length() {
        return header.length();
    }

    Segment open(Disk disk) throws IOException {
        return new Segment(path, header, disk.open(path));
    }

    /** Read all of the segment. */
    void read(Disk disk, ByteBuffer image) throws IOException {
        image.clear().limit(header.length());
        try (DiskFile file = disk.open(path)) {
            file.read(image, 0);
        }
        if (image.hasRemaining()) {
            throw damaged(image.position(), "the file is shorter than its " + header.length() + " bytes");
        }
        image.flip();
    }

    StorageException damaged(int offset, String why) {
        return damaged(path, offset, why);
    }

    private static StorageException damaged(Path path, int offset, String why) {
        return new StorageException(
                Fault.DAMAGED,
                path + " is damaged at byte " + offset + ": " + why
                        + "; see `forum-server check`, and `forum-server repair`, which keeps what is sound");
    }
}
