package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gather what is still needed of segments that follow each other, to make one of them. */
final class Merge {

    private static final int STEP = 1 << 20;

    private final ByteBuffer image;
    private final List<SegmentFile> sources = new ArrayList<>();
    private boolean changed;

    /** Begin with nothing; the image must have room for the longest segment. */
    Merge(ByteBuffer image) {
        this.image = image.clear().position(SegmentHeader.SIZE);
    }

    /** Tell whether these make one segment with what is there. */
    boolean takes(Survivors survivors) {
        return sources.isEmpty() || image.position() + survivors.after() + Frame.SHORTEST <= JournalFolder.LONGEST;
    }

    void add(SegmentFile source, Survivors survivors) {
        changed |= !sources.isEmpty() || survivors.after() < survivors.before();
        sources.add(source);
        survivors.writeTo(image);
    }

    /** Tell whether the result differs from what is on disk. */
    boolean isWorthwhile() {
        return changed;
    }

    /** Put the result in the place of the first segment, durably, and delete the others. */
    void replace(JournalFolder folder, long nextId) throws IOException {
        Frame.write(new Change.Sealed(), image.position(), image);
        SegmentFile first = sources.getFirst();
        new SegmentHeader(first.header().first(), sources.getLast().header().last(), image.position(), nextId)
                .write(image);
        Path unfinished = JournalFolder.unfinished(first.path());
        folder.disk().delete(unfinished);
        write(folder.disk(), unfinished);
        folder.replace(first.path(), unfinished);
        for (SegmentFile source : sources.subList(1, sources.size())) {
            folder.delete(source.path());
        }
    }

    /** Write a little at a time, so that the flushes of others do not wait for all of it. */
    private void write(Disk disk, Path path) throws IOException {
        try (DiskFile file = disk.create(path)) {
            int end = image.position();
            for (int at = 0; at < end; at += STEP) {
                file.write(image.duplicate().limit(Math.min(at + STEP, end)).position(at), at);
                file.force();
            }
        }
    }
}
