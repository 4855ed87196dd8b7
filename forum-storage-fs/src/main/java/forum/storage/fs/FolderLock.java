package forum.storage.fs;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hold a data folder for one server; the operating system lets go of it when the server dies. */
final class FolderLock implements AutoCloseable {

    static final String NAME = "lock";

    /** POSIX drops a process's lock when it closes any descriptor of the file, so no second one may be opened. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(Disk disk, Path dataFolder) throws IOException {
        Path folder = dataFolder.toRealPath();
        if (!HELD_HERE.add(folder)) {
            throw inUse(dataFolder);
        }
        try {
            return new FolderLock(folder, lock(disk, dataFolder, folder.resolve(NAME)));
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(folder);
            throw e;
        }
    }

    private static FileChannel lock(Disk disk, Path dataFolder, Path file) throws IOException {
        if (!Files.exists(file)) {
            disk.create(file).close();
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw inUse(dataFolder);
        }
        return channel;
    }

    private static StorageException inUse(Path folder) {
        return new StorageException(Fault.IN_USE, "Another server uses the data folder " + folder);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(folder);
    }
}
