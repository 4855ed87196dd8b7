package forum.server.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Pass bytes on and know their SHA-256. */
final class DigestChannel implements WritableByteChannel {

    private final WritableByteChannel out;
    private final MessageDigest digest;

    DigestChannel(WritableByteChannel out) {
        this.out = out;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        ByteBuffer passed = source.duplicate();
        int written = out.write(source);
        digest.update(passed.limit(passed.position() + written));
        return written;
    }

    @Override
    public boolean isOpen() {
        return out.isOpen();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
