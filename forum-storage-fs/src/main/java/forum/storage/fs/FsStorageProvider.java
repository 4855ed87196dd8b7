package forum.storage.fs;

import forum.api.storage.Restoration;
import forum.api.storage.Storage;
import forum.api.storage.StorageProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Open a forum that is kept in the server's data folder. */
public final class FsStorageProvider implements StorageProvider {

    private final Disk disk;

    /** Make the provider, for the {@link java.util.ServiceLoader}. */
    public FsStorageProvider() {
        this(new RealDisk());
    }

    FsStorageProvider(Disk disk) {
        this.disk = disk;
    }

    @Override
    public String name() {
        return "fs";
    }

    @Override
    public Storage open(Config config) {
        try {
            return FsStorage.open(disk, config);
        } catch (IOException e) {
            throw Trouble.of("open the forum in " + config.folder(), e);
        }
    }

    @Override
    public boolean check(Config config, Consumer<String> report) {
        try {
            return new Check(disk, config.folder(), report).run();
        } catch (IOException e) {
            throw Trouble.of("check the forum in " + config.folder(), e);
        }
    }

    @Override
    public void repair(Config config, Consumer<String> report) {
        try {
            new Repair(disk, config.folder(), report).run();
        } catch (IOException e) {
            throw Trouble.of("repair the forum in " + config.folder(), e);
        }
    }

    @Override
    public void backup(Config config, Path target, Consumer<String> report) {
        try (FolderLock _ = FolderLock.take(disk, config.folder())) {
            new Backup(disk, config.folder(), report).copyTo(target);
        } catch (IOException e) {
            throw Trouble.of("back up the forum in " + config.folder() + " to " + target, e);
        }
    }

    @Override
    public Restoration restore(Config config) {
        try {
            return FsRestoration.begin(disk, config);
        } catch (IOException e) {
            throw Trouble.of("make a forum in " + config.folder(), e);
        }
    }
}
