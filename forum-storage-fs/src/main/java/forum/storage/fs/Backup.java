package forum.storage.fs;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Copy a closed data folder: the journal, the attached files and the credentials. */
final class Backup {

    private static final int STEP = 1 << 20;

    private final Disk disk;
    private final Path folder;
    private final Consumer<String> report;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(STEP);

    Backup(Disk disk, Path folder, Consumer<String> report) {
        this.disk = disk;
        this.folder = folder;
        this.report = report;
    }

    /** Copy to a folder that is empty or does not exist. */
    void copyTo(Path target) throws IOException {
        if (!disk.list(target).isEmpty()) {
            throw new StorageException(Fault.IO, "Cannot back up to " + target + ": it is not empty");
        }
        try (FolderLock _ = FolderLock.take(disk, folder)) {
            disk.createFolders(target);
            List<Path> files = files();
            for (int i = 0; i < files.size(); i++) {
                copy(files.get(i), target.resolve(folder.relativize(files.get(i))));
                report.accept("copied " + (i + 1) + " of " + files.size() + ": " + folder.relativize(files.get(i)));
            }
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(new JournalFolder(disk, folder).segments());
        files.addAll(new AttachmentFiles(disk, folder).all());
        Path credentials = folder.resolve(CredentialsFile.NAME);
        if (disk.list(folder).contains(credentials)) {
            files.add(credentials);
        }
        return files;
    }

    private void copy(Path from, Path to) throws IOException {
        disk.createFolders(to.getParent());
        try (DiskFile source = disk.open(from);
                DiskFile target = disk.create(to)) {
            long size = source.size();
            for (long at = 0; at < size; at += buffer.limit()) {
                source.read(buffer.clear(), at);
                target.write(buffer.flip(), at);
            }
            target.force();
        }
        disk.forceFolder(to.getParent());
    }
}
