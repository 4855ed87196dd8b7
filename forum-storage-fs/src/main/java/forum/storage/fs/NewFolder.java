package forum.storage.fs;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Make a data folder under another name, and give it its own once it is whole.
 *
 * <p>It is locked meanwhile, so that what was broken off can be told from what is being made.
 */
final class NewFolder implements AutoCloseable {

    private static final String UNFINISHED = ".unfinished";

    private final Disk disk;
    private final Path target;
    private final Path unfinished;
    private final FolderLock lock;
    private boolean finished;

    private NewFolder(Disk disk, Path target, Path unfinished, FolderLock lock) {
        this.disk = disk;
        this.target = target;
        this.unfinished = unfinished;
        this.lock = lock;
    }

    /** Begin; the target must be empty or not exist. */
    static NewFolder begin(Disk disk, Path target) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw refused(target, "it is not a folder");
        }
        if (place.getFileName() == null || !disk.list(place).isEmpty()) {
            throw refused(target, "it is not empty");
        }
        Path unfinished = place.resolveSibling(place.getFileName() + UNFINISHED);
        disk.createFolders(unfinished);
        FolderLock lock = FolderLock.take(disk, unfinished);
        NewFolder folder = new NewFolder(disk, place, unfinished, lock);
        try {
            folder.clear();
            return folder;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Give the folder to copy to. */
    Path path() {
        return unfinished;
    }

    /** Let somebody else lock the folder. */
    void unlock() throws IOException {
        lock.close();
    }

    /** Give the folder its name; all files in it are durable. */
    void finish() throws IOException {
        disk.forceFolder(unfinished);
        disk.move(unfinished, target);
        finished = true;
        disk.forceFolder(target.getParent());
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            if (!finished) {
                clear();
                disk.delete(unfinished.resolve(FolderLock.NAME));
                disk.delete(unfinished);
            }
        }
    }

    private void clear() throws IOException {
        for (Path file : disk.list(unfinished)) {
            if (!file.endsWith(FolderLock.NAME)) {
                delete(file);
            }
        }
    }

    private void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            for (Path inside : disk.list(path)) {
                delete(inside);
            }
        }
        disk.delete(path);
    }

    private static StorageException refused(Path target, String why) {
        return new StorageException(Fault.IO, "Cannot write to " + target + ": " + why);
    }
}
