package forum.storage.fs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Read a journal that may be damaged anywhere, and tell what is sound in it. */
final class Salvage {

    private final Disk disk;
    private final JournalFolder folder;
    private final List<SalvagedSegment> segments = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();
    private final AttachedFiles attached = new AttachedFiles();

    Salvage(Disk disk, Path dataFolder) {
        this.disk = disk;
        this.folder = new JournalFolder(disk, dataFolder);
    }

    /** Read everything. */
    void read() throws IOException {
        for (Path path : folder.segments()) {
            segments.add(SalvagedSegment.read(disk, path));
        }
        segments.sort(Comparator.comparingLong(segment -> segment.header().first()));
        dropCovered();
        findGaps();
        segments.forEach(segment -> damages.addAll(segment.damages()));
        forEach(attached::follow);
    }

    /** Read all sound records again, oldest first. */
    void forEach(Consumer<Change> each) throws IOException {
        for (SalvagedSegment segment : segments) {
            segment.forEach(each);
        }
    }

    /** List the segments, oldest first. */
    List<SalvagedSegment> segments() {
        return segments;
    }

    List<String> damages() {
        return damages;
    }

    /** Give the files that are attached at the end of the journal, by their names on disk. */
    Map<Long, Change.StoredFile> attached() {
        return attached.byBlob();
    }

    /** Tell which segment, if any, holds the end of the journal. */
    int lastUsed() {
        int last = segments.size() - 1;
        while (last > 0 && !segments.get(last).isUsed()) {
            last--;
        }
        return last;
    }

    private void dropCovered() {
        long last = 0;
        for (SalvagedSegment segment : List.copyOf(segments)) {
            if (segment.header().last() <= last) {
                segments.remove(segment);
            }
            last = Math.max(last, segment.header().last());
        }
    }

    private void findGaps() {
        long expected = 1;
        for (int i = 0; i < segments.size(); i++) {
            SalvagedSegment segment = segments.get(i);
            if (segment.header().first() != expected) {
                damages.add("Segment " + expected + " of the journal is missing, before " + segment.path());
            }
            if (i < lastUsed() && !segment.isSealed()) {
                segment.damage(segment.end(), "the journal goes on in the next segment, but does not say so here");
            }
            expected = segment.header().last() + 1;
        }
        if (!segments.isEmpty() && segments.getLast().isSealed()) {
            damages.add("Segment " + expected + " of the journal is missing, at the end");
        }
    }
}
