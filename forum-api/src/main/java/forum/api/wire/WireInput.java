package forum.api.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Take lines, counted bytes and raw bytes from a connection.
 *
 * <p>Every method that needs bytes which have not arrived waits for them in {@link Source#read}. A length is believed
 * only as far as its bytes have arrived: memory grows with what came, not with what was claimed. Not thread-safe.
 */
public final class WireInput {

    private static final int SMALLEST = 512;
    private static final int LARGEST = 64 * 1024;

    /** Deliver bytes of a connection. */
    @FunctionalInterface
    public interface Source {

        /**
         * Read some bytes, waiting for at least one.
         *
         * @return how many, or -1 at the end of the stream
         */
        int read(ByteBuffer target) throws IOException;
    }

    private final Source source;
    private ByteBuffer buffer = ByteBuffer.allocate(SMALLEST).flip();
    private boolean filling;
    private int lastCount;

    /** Read from a source. */
    public WireInput(Source source) {
        this.source = source;
    }

    /** Tell how many bytes have arrived and were not taken; the source may ask, too, while it reads. */
    public int buffered() {
        return filling ? buffer.position() : buffer.remaining();
    }

    /** Look at the next byte without taking it: 0 to 255, or -1 at the end of the stream. */
    public int peek() throws IOException {
        return buffer.hasRemaining() || fill() ? buffer.get(buffer.position()) & 0xff : -1;
    }

    /**
     * Take a line, without its LF or CR LF.
     *
     * @param limit how many bytes it may have; more is a {@link ProtocolException}
     */
    public byte[] line(int limit) throws IOException {
        int scanned = 0;
        while (true) {
            int end = indexOfLineFeed(scanned);
            if (end >= 0) {
                return takeLine(end, limit);
            }
            scanned = buffer.remaining();
            if (scanned > limit + 1) {
                throw new ProtocolException("too long a line");
            }
            require(fill());
        }
    }

    /** Take a number of bytes. */
    public byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[Math.min(count, Math.max(buffer.remaining(), SMALLEST))];
        int length = 0;
        while (length < count) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * length));
            }
            require(buffer.hasRemaining() || fill());
            int part = Math.min(buffer.remaining(), bytes.length - length);
            buffer.get(bytes, length, part);
            length += part;
        }
        return bytes;
    }

    /** Take the CR LF that must stand here. */
    public void endOfLine() throws IOException {
        if (line(1).length != 0) {
            throw new ProtocolException("expected the end of a line");
        }
    }

    /**
     * Take some bytes as they are, waiting for at least one.
     *
     * @return how many, or -1 at the end of the stream
     */
    public int read(ByteBuffer target) throws IOException {
        if (!buffer.hasRemaining()) {
            return source.read(target);
        }
        int count = Math.min(buffer.remaining(), target.remaining());
        target.put(target.position(), buffer, buffer.position(), count);
        target.position(target.position() + count);
        buffer.position(buffer.position() + count);
        return count;
    }

    private int indexOfLineFeed(int from) {
        for (int i = buffer.position() + from; i < buffer.limit(); i++) {
            if (buffer.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private byte[] takeLine(int lineFeed, int limit) throws ProtocolException {
        int length = lineFeed - buffer.position();
        if (length > 0 && buffer.get(lineFeed - 1) == '\r') {
            length--;
        }
        if (length > limit) {
            throw new ProtocolException("too long a line");
        }
        byte[] line = new byte[length];
        buffer.get(line);
        buffer.position(lineFeed + 1);
        return line;
    }

    private static void require(boolean arrived) throws EOFException {
        if (!arrived) {
            throw new EOFException("The connection ended in the middle of a message");
        }
    }

    /** Wait for more bytes behind those that are there; false at the end of the stream. */
    private boolean fill() throws IOException {
        makeRoom();
        int count;
        filling = true;
        try {
            count = source.read(buffer);
        } finally {
            filling = false;
            buffer.flip();
        }
        lastCount = count;
        return count > 0;
    }

    /** Grow where the last read filled the buffer, for more is likely to have arrived; shrink where little comes. */
    private void makeRoom() {
        int capacity = buffer.capacity();
        if (buffer.remaining() == capacity || lastCount == capacity && capacity < LARGEST) {
            buffer = ByteBuffer.allocate(capacity * 4).put(buffer);
        } else if (!buffer.hasRemaining() && lastCount < capacity / 8 && capacity > SMALLEST) {
            buffer = ByteBuffer.allocate(capacity / 2);
        } else {
            buffer.compact();
        }
    }
}
