package forum.door.json;

import forum.server.door.Door;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the client hears. It takes whatever one read gives it for one answer. */
final class Voice {

    /** How long that client is given to read one answer before the next, as its own server did. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final WritableByteChannel channel;

    Voice(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** Say a text; that client prints a prompt of its own only behind what it has asked for. */
    void say(String text) throws IOException {
        String whole = text.equals(Door.FAREWELL) ? text + "\n>" : text;
        bytes(ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8)));
    }

    /** Pass bytes on. */
    void bytes(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Let the client read what was said before it hears more. */
    void pause() throws IOException {
        try {
            // that client tells two answers apart by time alone: nothing it sends says that it has read one
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted between two answers");
        }
    }
}
