package forum.storage.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reach the disk: the seam at which tests let it fail.
 *
 * <p>Thread-safe. Files and folders that are made can be read by their owner only.
 */
interface Disk {

    /** Make a file that does not exist. */
    DiskFile create(Path file) throws IOException;

    /** Open a file to read and write it. */
    DiskFile open(Path file) throws IOException;

    /** Rename a file over another, atomically; not durable before {@link #forceFolder}. */
    void move(Path from, Path to) throws IOException;

    /** Delete a file or an empty folder, if it is there. */
    void delete(Path file) throws IOException;

    /** Make a folder in one that is there, unless it is there itself; not durable before {@link #forceFolder}. */
    void createFolder(Path folder) throws IOException;

    /**
     * Make a folder and those above it, durably.
     *
     * <p>One that is there may have been made just now, by another thread or by a server that was killed: its name is
     * forced, too.
     */
    default void createFolders(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            createFolders(parent);
        }
        createFolder(folder);
        forceFolder(parent);
    }

    /** Make durable which files a folder holds. */
    void forceFolder(Path folder) throws IOException;

    /** List what is in a folder, sorted by name; nothing if there is no folder. */
    List<Path> list(Path folder) throws IOException;
}
