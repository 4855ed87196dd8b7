package forum.door.json;

import forum.server.door.Door;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;

/**
 * Take native replies apart as their bytes come: lines, strings, and arrays of strings and numbers, which is all that
 * RESP2 has for the commands of the first client. Not thread-safe.
 */
final class ReplyParser {

    private enum State {
        HEADER,
        BULK,
        BULK_END
    }

    private final Queue<Answer> expected;
    private final Answer unexpected;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private State state = State.HEADER;
    private long left;
    private int elements;

    /**
     * Give replies to those who expect them.
     *
     * @param unexpected takes what the server says without being asked
     */
    ReplyParser(Queue<Answer> expected, Answer unexpected) {
        this.expected = expected;
        this.unexpected = unexpected;
    }

    void take(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() || state == State.BULK && left == 0) {
            switch (state) {
                case HEADER -> header(bytes.get());
                case BULK -> bulk(bytes);
                case BULK_END -> endOfBulk(bytes.get());
            }
        }
    }

    private void header(byte next) throws IOException {
        if (next != '\n') {
            header.write(next);
            return;
        }
        String line = header.toString(StandardCharsets.UTF_8).stripTrailing();
        header.reset();
        String rest = line.substring(1);
        switch (line.charAt(0)) {
            case '+' -> line(rest, false);
            case '-' -> line(rest.substring(rest.indexOf(' ') + 1), true);
            case '*' -> array(Integer.parseInt(rest));
            case '$' -> bulk(Long.parseLong(rest));
            case ':' -> ended();
            default -> throw new IOException("The server gave a reply that is not of RESP2: " + line);
        }
    }

    private void line(String text, boolean refused) throws IOException {
        if (text.equals(Door.FAREWELL)) {
            unexpected.line(text, refused);
        } else {
            answer().line(text, refused);
            ended();
        }
    }

    private void array(int count) throws IOException {
        answer().array();
        elements = count;
        if (count == 0) {
            endOfArray();
        }
    }

    private void bulk(long size) throws IOException {
        answer().bulk(size);
        left = size;
        state = State.BULK;
    }

    private void bulk(ByteBuffer bytes) throws IOException {
        int count = (int) Math.min(left, bytes.remaining());
        if (count > 0) {
            answer().bytes(bytes.slice(bytes.position(), count));
        }
        bytes.position(bytes.position() + count);
        left -= count;
        if (left == 0) {
            state = State.BULK_END;
        }
    }

    private void endOfBulk(byte next) throws IOException {
        if (next == '\n') {
            state = State.HEADER;
            answer().endOfBulk();
            ended();
        }
    }

    /** An element has ended, and perhaps the whole reply with it. */
    private void ended() throws IOException {
        if (elements == 0) {
            expected.poll();
        } else if (--elements == 0) {
            endOfArray();
        }
    }

    private void endOfArray() throws IOException {
        answer().endOfArray();
        expected.poll();
    }

    private Answer answer() {
        Answer next = expected.peek();
        return next == null ? unexpected : next;
    }
}
