package forum.storage.fs;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Copy what a data folder keeps: the journal, the files that it attaches, and the credentials.
 *
 * <p>The journal is copied first: what it names was on disk before, and {@link Retention} keeps it there.
 */
final class Backup {

    private static final int STEP = 1 << 20;

    private final Disk disk;
    private final Path folder;
    private final Consumer<String> report;
    private final AttachmentFiles files;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(STEP);

    Backup(Disk disk, Path folder, Consumer<String> report) {
        this.disk = disk;
        this.folder = folder;
        this.report = report;
        this.files = new AttachmentFiles(disk, folder);
    }

    /** Copy to a folder that is empty or does not exist. */
    void copyTo(Path target) throws IOException {
        requireOutside(target.toAbsolutePath().normalize());
        try (NewFolder backup = NewFolder.begin(disk, target)) {
            report.accept("Copying the journal");
            Map<Long, Change.StoredFile> attached = new JournalCopy(disk, folder, backup.path(), report).copy();
            copyFiles(attached, new AttachmentFiles(disk, backup.path()));
            copyCredentials(backup.path());
            backup.finish();
        }
    }

    private void requireOutside(Path target) throws IOException {
        if (target.startsWith(folder.toRealPath())
                || target.startsWith(folder.toAbsolutePath().normalize())) {
            throw new StorageException(Fault.IO, "Cannot write to " + target + ": it lies in the data folder");
        }
    }

    private void copyFiles(Map<Long, Change.StoredFile> attached, AttachmentFiles target) throws IOException {
        int copied = 0;
        for (Change.StoredFile file : attached.values()) {
            report.accept("Copied " + copied++ + " of " + attached.size() + " attached files");
            if (!copy(files.path(file.blob()), target.prepare(file.blob())).equals(file.sha256())) {
                throw new StorageException(
                        Fault.DAMAGED,
                        "The attached file " + file.name() + " is damaged: " + files.path(file.blob())
                                + "; see `forum-server check`, and `forum-server repair`, which keeps what is sound");
            }
        }
        target.forceFolders();
    }

    private void copyCredentials(Path to) throws IOException {
        Path credentials = folder.resolve(CredentialsFile.NAME);
        if (disk.list(folder).contains(credentials)) {
            copy(credentials, to.resolve(CredentialsFile.NAME));
        }
    }

    /** Copy a file durably; gives the SHA-256 of its bytes. */
    private String copy(Path from, Path to) throws IOException {
        MessageDigest digest = AttachmentFiles.sha256();
        try (DiskFile source = disk.open(from);
                DiskFile target = disk.create(to)) {
            long size = source.size();
            for (long at = 0; at < size; at += buffer.limit()) {
                source.read(buffer.clear(), at);
                digest.update(buffer.flip().duplicate());
                target.write(buffer, at);
                report.accept("Copied " + (at >> 20) + " of " + (size >> 20) + " MiB of a file");
            }
            target.force();
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
