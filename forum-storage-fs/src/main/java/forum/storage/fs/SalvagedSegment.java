package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Find all that is sound in a segment that may be damaged anywhere; keeps where it is, not the bytes. */
final class SalvagedSegment {

    private final Disk disk;
    private final Path path;
    private final SegmentHeader header;
    private final List<String> damages = new ArrayList<>();
    private int[] records = new int[64];
    private int count;
    private boolean used;
    private boolean sealed;
    private int torn;
    private int end;

    private SalvagedSegment(Disk disk, Path path, SegmentHeader header) {
        this.disk = disk;
        this.path = path;
        this.header = header;
    }

    /** Read a segment; its number is in its name, should its header be lost. */
    static SalvagedSegment read(Disk disk, Path path) throws IOException {
        ByteBuffer image = bytes(disk, path);
        SalvagedSegment segment;
        try {
            segment = new SalvagedSegment(disk, path, SegmentHeader.read(image));
            if (segment.header.length() != image.limit()) {
                segment.damage(0, "the file has " + image.limit() + " bytes, not " + segment.header.length());
            }
        } catch (IllegalArgumentException e) {
            long number = JournalFolder.number(path);
            segment = new SalvagedSegment(disk, path, new SegmentHeader(number, number, image.limit(), 1));
            segment.damage(0, e.getMessage());
        }
        segment.scan(new SegmentScan(image));
        return segment;
    }

    private static ByteBuffer bytes(Disk disk, Path path) throws IOException {
        try (DiskFile file = disk.open(path)) {
            ByteBuffer image = ByteBuffer.allocate(Math.toIntExact(file.size()));
            file.read(image, 0);
            return image.flip();
        }
    }

    private void scan(SegmentScan scan) {
        used = scan.isUsed();
        boolean more = true;
        while (more) {
            more = scanOn(scan);
        }
        sealed = scan.isSealed();
        end = scan.end();
    }

    /** Go on to the next place where there is no sound record; tells whether there are sound ones behind it. */
    private boolean scanOn(SegmentScan scan) {
        try {
            scan.read((at, change) -> add(at));
        } catch (IllegalArgumentException e) {
            damage(scan.end(), e.getMessage());
            return scan.resume();
        }
        int skipped = scan.end();
        int leftover = scan.isSealed() ? 0 : scan.leftover();
        boolean damaged = leftover > 0 && scan.laterBatch() >= 0;
        if (leftover > 0 && !damaged) {
            torn = leftover;
            return false;
        }
        if (damaged && scan.resume()) {
            damage(skipped, (scan.end() - skipped) + " bytes are no record");
            return true;
        }
        return false;
    }

    private void add(int at) {
        if (count == records.length) {
            records = Arrays.copyOf(records, count * 2);
        }
        records[count++] = at;
    }

    Path path() {
        return path;
    }

    SegmentHeader header() {
        return header;
    }

    boolean isUsed() {
        return used;
    }

    boolean isSealed() {
        return sealed;
    }

    /** Tell how many bytes of an unfinished batch there are at the end. */
    int torn() {
        return torn;
    }

    /** Tell where the records end. */
    int end() {
        return end;
    }

    int records() {
        return count;
    }

    List<String> damages() {
        return damages;
    }

    void damage(int offset, String what) {
        damages.add(path + " is damaged at byte " + offset + ": " + what);
    }

    /** Read the sound records again. */
    void forEach(Consumer<Change> each) throws IOException {
        ByteBuffer image = bytes(disk, path);
        for (int i = 0; i < count; i++) {
            each.accept(Frame.read(image, records[i]).orElseThrow());
        }
    }
}
