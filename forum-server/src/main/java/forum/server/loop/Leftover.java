package forum.server.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the loop has read from a socket and leaves to its reader: bytes, the end of the stream, or what went wrong. Belongs
 * to whoever has the turn.
 */
final class Leftover {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer bytes = NOTHING;
    private boolean ended;
    private @Nullable Throwable failure;

    /** Leave a copy of bytes, if there are any. */
    void bytes(ByteBuffer arrived) {
        if (arrived.hasRemaining()) {
            bytes = ByteBuffer.allocate(arrived.remaining()).put(arrived).flip();
        }
    }

    boolean hasBytes() {
        return bytes.hasRemaining();
    }

    /** Take all bytes. */
    ByteBuffer take() {
        ByteBuffer all = bytes;
        bytes = NOTHING;
        return all;
    }

    /** Move as many bytes as there is room for; gives how many. */
    int moveTo(ByteBuffer target) {
        int count = Math.min(bytes.remaining(), target.remaining());
        target.put(target.position(), bytes, bytes.position(), count);
        target.position(target.position() + count);
        bytes.position(bytes.position() + count);
        if (!bytes.hasRemaining()) {
            bytes = NOTHING;
        }
        return count;
    }

    /** Leave it that nothing more comes, or that it does. */
    void ended(boolean end) {
        ended = end;
    }

    boolean isEnded() {
        return ended;
    }

    /** Leave it to the reader to fail. */
    void failure(Throwable trouble) {
        failure = trouble;
    }

    /** Fail with what went wrong, if something did. */
    void throwFailure() throws IOException {
        Throwable thrown = failure;
        failure = null;
        switch (thrown) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }
}
