package forum.testkit.storage;

import forum.api.storage.Restoration;
import forum.api.storage.Storage;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.api.storage.StorageProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keep a forum in memory, named by its data folder, for as long as the JVM runs; for tests. */
public final class MemoryStorageProvider implements StorageProvider {

    private static final Map<Path, MemoryForum> KEPT = new ConcurrentHashMap<>();

    /** Make a provider; what is kept belongs to none of them. */
    public MemoryStorageProvider() {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Storage open(Config config) {
        MemoryForum forum = forum(config);
        if (!forum.inUse.compareAndSet(false, true)) {
            throw inUse(config);
        }
        return new MemoryStorage(forum, config);
    }

    @Override
    public boolean check(Config config, Consumer<String> report) {
        MemoryForum forum = forum(config);
        report.accept(forum.threads.size() + " threads, all in memory");
        return true;
    }

    @Override
    public void repair(Config config, Consumer<String> report) {
        // memory has nothing to repair
    }

    @Override
    public void backup(Config config, Path target, Consumer<String> report) {
        MemoryForum forum = forum(config);
        if (forum.inUse.get()) {
            throw inUse(config);
        }
        copy(forum, target, report);
    }

    static void copy(MemoryForum forum, Path target, Consumer<String> report) {
        report.accept("Copying");
        MemoryForum copy = new MemoryForum();
        copy.take(forum);
        keep(target, copy);
        report.accept("Copied");
    }

    private static MemoryForum forum(Config config) {
        return KEPT.computeIfAbsent(key(config.folder()), folder -> new MemoryForum());
    }

    @Override
    public Restoration restore(Config config) {
        return new MemoryRestoration(config.folder());
    }

    /** Keep a forum where none is. */
    static void keep(Path folder, MemoryForum forum) {
        if (KEPT.putIfAbsent(key(folder), forum) != null) {
            throw new StorageException(Fault.IO, "Cannot write to " + folder + ": it is not empty");
        }
    }

    private static StorageException inUse(Config config) {
        return new StorageException(Fault.IN_USE, "Another server uses " + config.folder());
    }

    private static Path key(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
