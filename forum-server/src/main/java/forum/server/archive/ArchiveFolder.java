package forum.server.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Make an export's folder, for its owner only, under another name until it is whole and durable. */
final class ArchiveFolder implements AutoCloseable {

    /** The file that all is read back from. */
    static final String LINES = "forum.jsonl";

    private final Path target;
    private final Path unfinished;
    private boolean finished;

    private ArchiveFolder(Path target, Path unfinished) {
        this.target = target;
        this.unfinished = unfinished;
    }

    static ArchiveFolder create(Path target) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        if (Files.exists(place) && !isEmpty(place)) {
            throw new IOException("it is not empty");
        }
        Path unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
        Files.createDirectories(place.getParent());
        try {
            Files.createDirectory(unfinished, ownerOnly(place));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(unfinished + " is in the way; delete it if no other export is running", e);
        }
        return new ArchiveFolder(place, unfinished);
    }

    Path path() {
        return unfinished;
    }

    void finish() throws IOException {
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                force(file, StandardOpenOption.WRITE);
            }
        }
        force(unfinished, StandardOpenOption.READ);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        force(target.getParent(), StandardOpenOption.READ);
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            try (Stream<Path> files = Files.list(unfinished)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(unfinished);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void force(Path file, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
