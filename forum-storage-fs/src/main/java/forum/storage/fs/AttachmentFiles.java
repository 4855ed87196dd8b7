package forum.storage.fs;

import forum.api.Content;
import forum.api.Upload;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keep attached files on disk under numbers, in 256 folders; nothing that a user typed is part of a path.
 *
 * <p>Thread-safe.
 */
final class AttachmentFiles {

    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 256 * 1024;

    private final Disk disk;
    private final Path folder;
    private final Retention retention;
    private final AtomicLong lastBlob = new AtomicLong();
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();

    /** Keep files in a data folder from which nobody else reads. */
    AttachmentFiles(Disk disk, Path dataFolder) {
        this(disk, dataFolder, new Retention(Runnable::run));
    }

    AttachmentFiles(Disk disk, Path dataFolder, Retention retention) {
        this.disk = disk;
        this.retention = retention;
        this.folder = dataFolder.resolve("files");
    }

    /** Take note that a number was used. */
    void used(long blob) {
        lastBlob.accumulateAndGet(blob, Math::max);
    }

    /** Tell the last number that was used. */
    long lastUsed() {
        return lastBlob.get();
    }

    /** Receive a file, durably; nothing is left if that fails. */
    Change.StoredFile receive(Upload upload) throws IOException {
        long blob = lastBlob.incrementAndGet();
        Path file = prepare(blob);
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            String sha256 = Reception.receive(upload, disk, unfinished);
            disk.move(unfinished, file);
            disk.forceFolder(file.getParent());
            return new Change.StoredFile(upload.file(), upload.size(), sha256, blob);
        } catch (IOException | RuntimeException e) {
            deleteAfter(e, unfinished, file);
            throw e;
        }
    }

    Path path(long blob) {
        return folder.resolve("%02x".formatted(blob & 0xff)).resolve("%016x".formatted(blob));
    }

    /** Make the folder of a file that is to come, durably; gives the file's path. */
    Path prepare(long blob) throws IOException {
        Path file = path(blob);
        for (Path part : List.of(folder, file.getParent())) {
            if (!durable.contains(part)) {
                disk.createFolders(part);
                durable.add(part);
            }
        }
        return file;
    }

    /** Open a file to send it; it stays readable when it is deleted meanwhile. */
    Content open(long blob) throws IOException {
        FileChannel channel = FileChannel.open(path(blob), StandardOpenOption.READ);
        try {
            return new StoredContent(channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Delete a file that is not attached, or not any more. */
    void discard(long blob) {
        retention.whenFree(() -> discardNow(blob));
    }

    private void discardNow(long blob) {
        try {
            delete(blob);
        } catch (IOException e) {
            Log.log(Level.WARNING, "Cannot delete a file that is not attached; the next start will", e);
        }
    }

    void delete(long blob) throws IOException {
        disk.delete(path(blob));
    }

    /** Delete all files but those that are attached: what a crash left behind. */
    void sweep(Set<Long> attached) throws IOException {
        for (Path file : all()) {
            if (!isAttached(file, attached)) {
                disk.delete(file);
            }
        }
    }

    /** Make durable which files there are. */
    void forceFolders() throws IOException {
        for (Path part : disk.list(folder)) {
            disk.forceFolder(part);
        }
    }

    /** List all files. */
    List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path part : disk.list(folder)) {
            all.addAll(disk.list(part));
        }
        return all;
    }

    boolean isAttached(Path file, Set<Long> attached) {
        String name = file.getFileName().toString();
        return name.matches("[0-9a-f]{16}") && attached.contains(HexFormat.fromHexDigitsToLong(name));
    }

    /** Compare a file with what the journal says of it. */
    Optional<String> flaw(Change.StoredFile file) throws IOException {
        Path path = path(file.blob());
        if (!disk.list(path.getParent()).contains(path)) {
            return Optional.of("is missing: " + path);
        }
        MessageDigest digest = sha256();
        try (Arena memory = Arena.ofConfined();
                DiskFile open = disk.open(path)) {
            ByteBuffer buffer = buffer(memory);
            if (open.size() != file.size()) {
                return Optional.of("has " + open.size() + " bytes, not " + file.size() + ": " + path);
            }
            for (long at = 0; at < file.size(); at += buffer.limit()) {
                open.read(buffer.clear(), at);
                digest.update(buffer.flip().duplicate());
            }
        }
        boolean same = HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
        return same ? Optional.empty() : Optional.of("has another checksum: " + path);
    }

    /** Take memory that is given back at once, not when the garbage is collected: uploads may be many. */
    static ByteBuffer buffer(Arena memory) {
        return memory.allocate(BUFFER).asByteBuffer();
    }

    private void deleteAfter(Exception cause, Path... files) {
        for (Path file : files) {
            try {
                disk.delete(file);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
