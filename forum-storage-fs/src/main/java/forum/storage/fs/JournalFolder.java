package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Make and find the journal's files. */
final class JournalFolder {

    /** The length of the first segment; each further one is four times as long, up to the longest. */
    static final int SHORTEST = 1 << 20;

    static final int LONGEST = 16 << 20;

    private static final String ENDING = ".segment";
    private static final int DIGITS = 12;
    private static final String UNFINISHED = ".new";
    private static final int STEP = 1 << 20;

    private final Disk disk;
    private final Path folder;

    /** Segments that may be there because it failed to make them, so that another attempt may write over them. */
    private final Set<Path> abandoned = ConcurrentHashMap.newKeySet();

    JournalFolder(Disk disk, Path dataFolder) {
        this.disk = disk;
        this.folder = dataFolder.resolve("journal");
    }

    Disk disk() {
        return disk;
    }

    /** Make the folder, force the names that a server that was killed may have left unforced, remove what is unfinished. */
    void prepare() throws IOException {
        disk.createFolders(folder);
        disk.forceFolder(folder);
        for (Path file : disk.list(folder)) {
            if (file.toString().endsWith(UNFINISHED)) {
                disk.delete(file);
            }
        }
    }

    /** List the segments, oldest first. */
    List<Path> segments() throws IOException {
        return disk.list(folder).stream()
                .filter(file -> file.getFileName().toString().matches("[0-9]{12}" + ENDING))
                .toList();
    }

    /** Make a segment of zeros, durably; over an older one only if it stands for that one and others. */
    Segment create(SegmentHeader header) throws IOException {
        Path path = path(header.first());
        if (header.first() == header.last() && segments().contains(path) && !abandoned.contains(path)) {
            throw new IOException(path + " is there already");
        }
        Path unfinished = unfinished(path);
        disk.delete(unfinished);
        try {
            writeEmpty(unfinished, header);
            disk.move(unfinished, path);
            disk.forceFolder(folder);
        } catch (IOException e) {
            abandoned.add(path);
            deleteAfter(e, unfinished);
            throw e;
        }
        abandoned.remove(path);
        return new Segment(path, header, disk.open(path));
    }

    /** Make durable which segments there are. */
    void force() throws IOException {
        disk.forceFolder(folder);
    }

    void delete(Path segment) throws IOException {
        disk.delete(segment);
    }

    /** Delete segments that others stand for, which must be there for good before. */
    void deleteCovered(List<Path> segments) throws IOException {
        if (!segments.isEmpty()) {
            disk.forceFolder(folder);
        }
        for (Path segment : segments) {
            disk.delete(segment);
        }
    }

    /** Put a finished file in a segment's place, durably. */
    void replace(Path segment, Path finished) throws IOException {
        disk.move(finished, segment);
        disk.forceFolder(folder);
    }

    Path path(long first) {
        String digits = Long.toString(first); // not a format, which loads locales at each start
        return folder.resolve("0".repeat(Math.max(0, DIGITS - digits.length())) + digits + ENDING);
    }

    /** Tell the number that a segment's name begins with. */
    static long number(Path segment) {
        String name = segment.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - ENDING.length()));
    }

    /** Name a file that is deleted at the next start unless it replaces a segment before. */
    static Path unfinished(Path segment) {
        return segment.resolveSibling(segment.getFileName() + UNFINISHED);
    }

    static int lengthAfter(int length) {
        return Math.clamp(length * 4L, SHORTEST, LONGEST);
    }

    /** Write a little at a time, so that the flushes of others do not wait for all of it. */
    private void writeEmpty(Path path, SegmentHeader header) throws IOException {
        ByteBuffer step = ByteBuffer.allocateDirect(Math.min(STEP, header.length()));
        header.write(step);
        try (DiskFile file = disk.create(path)) {
            for (int at = 0; at < header.length(); at += step.capacity()) {
                file.write(step.clear().limit(Math.min(step.capacity(), header.length() - at)), at);
                file.force();
                step.put(0, new byte[SegmentHeader.SIZE]);
            }
        }
    }

    private void deleteAfter(IOException cause, Path unfinished) {
        try {
            disk.delete(unfinished);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
