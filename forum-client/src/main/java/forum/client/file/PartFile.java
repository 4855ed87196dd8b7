package forum.client.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Collect a file under a name of its own beside its target; whatever does not become whole leaves nothing behind. */
final class PartFile implements AutoCloseable {

    private final Path target;
    private final Path path;
    private final FileChannel channel;
    private final MessageDigest digest = sha256Digest();
    private long size;

    private PartFile(Path target, Path path, FileChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    static PartFile besides(Path target) throws IOException {
        Path path = target.resolveSibling(".forum-" + UUID.randomUUID() + ".part");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        path.toFile().deleteOnExit(); // Ctrl-C ends the process in the middle
        return new PartFile(target, path, channel);
    }

    /** Tell how many bytes have come. */
    long size() {
        return size;
    }

    void append(byte[] bytes) throws IOException {
        for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
            channel.write(left);
        }
        digest.update(bytes);
        size += bytes.length;
    }

    /** Give the digest of all that has come, in hex; once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Take the target's name, once what it is to name is on the disk. */
    void becomesWhole() throws IOException {
        channel.force(false);
        channel.close();
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
