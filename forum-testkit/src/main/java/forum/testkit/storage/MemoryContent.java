package forum.testkit.storage;

import forum.api.Content;
import forum.api.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hold the bytes of a file. */
record MemoryContent(byte[] bytes) implements Content {

    static MemoryContent receive(Upload upload) throws Upload.Cut {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (upload.read(buffer) >= 0) {
            received.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        if (received.size() != upload.size()) {
            throw new Upload.Cut("Only " + received.size() + " of " + upload.size() + " bytes came");
        }
        return new MemoryContent(received.toByteArray());
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        int from = (int) Math.min(position, bytes.length);
        int length = (int) Math.min(count, bytes.length - from);
        return target.write(ByteBuffer.wrap(bytes, from, length));
    }

    @Override
    public void close() {
        // nothing to give back
    }
}
