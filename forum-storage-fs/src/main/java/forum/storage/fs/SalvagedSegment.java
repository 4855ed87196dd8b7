package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Find all that is sound in a segment that may be damaged anywhere. */
final class SalvagedSegment {

    private final Path path;
    private final SegmentHeader header;
    private final ByteBuffer image;
    private final List<String> damages = new ArrayList<>();
    private final List<Integer> records = new ArrayList<>();
    private boolean used;
    private boolean sealed;
    private int torn;
    private int end;

    private SalvagedSegment(Path path, SegmentHeader header, ByteBuffer image) {
        this.path = path;
        this.header = header;
        this.image = image;
    }

    /** Read a segment; its number is in its name, should its header be lost. */
    static SalvagedSegment read(Disk disk, Path path) throws IOException {
        ByteBuffer image = bytes(disk, path);
        SalvagedSegment segment;
        try {
            segment = new SalvagedSegment(path, SegmentHeader.read(image), image);
            if (segment.header.length() != image.limit()) {
                segment.damage(0, "the file has " + image.limit() + " bytes, not " + segment.header.length());
            }
        } catch (IllegalArgumentException e) {
            long number = JournalFolder.number(path);
            segment = new SalvagedSegment(path, new SegmentHeader(number, number, image.limit(), 1), image);
            segment.damage(0, e.getMessage());
        }
        segment.scan();
        return segment;
    }

    private static ByteBuffer bytes(Disk disk, Path path) throws IOException {
        try (DiskFile file = disk.open(path)) {
            ByteBuffer image = ByteBuffer.allocate(Math.toIntExact(file.size()));
            file.read(image, 0);
            return image.flip();
        }
    }

    private void scan() {
        SegmentScan scan = new SegmentScan(image);
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
            scan.readPlaces(records::add);
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
        return records.size();
    }

    List<String> damages() {
        return damages;
    }

    void damage(int offset, String what) {
        damages.add(path + " is damaged at byte " + offset + ": " + what);
    }

    /** Read the sound records again. */
    void forEach(Consumer<Change> each) {
        records.forEach(at -> each.accept(Frame.read(image, at)));
    }
}
