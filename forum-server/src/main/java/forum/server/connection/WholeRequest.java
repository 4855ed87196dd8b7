package forum.server.connection;

import forum.server.command.Arguments;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Take the first request off bytes that have arrived, if it is a plain one and all of it is there.
 *
 * <p>Plain is what programs send: an array of a few bulk strings, none longer than an argument may be. Whatever else
 * there is, is left to {@link RequestReader}, which reads the same here.
 */
final class WholeRequest {

    private static final int MOST_ARGUMENTS = 64;
    private static final int MOST_DIGITS = 7;
    private static final int NOT_THERE = -1;

    private final byte[] bytes;
    private final int end;
    private int at;

    private WholeRequest(ByteBuffer arrived) {
        this.bytes = arrived.array();
        this.at = arrived.arrayOffset() + arrived.position();
        this.end = arrived.arrayOffset() + arrived.limit();
    }

    /** Take a request; without one the position stays where it is. */
    static Optional<Incoming> next(ByteBuffer arrived) {
        WholeRequest request = new WholeRequest(arrived);
        Optional<Incoming> taken = request.take();
        if (taken.isPresent()) {
            arrived.position(request.at - arrived.arrayOffset());
        }
        return taken;
    }

    private Optional<Incoming> take() {
        int count = number('*');
        int wordLength = count < 1 || count > MOST_ARGUMENTS ? NOT_THERE : argument();
        if (wordLength == NOT_THERE) {
            return Optional.empty();
        }
        String word = new String(bytes, start(wordLength), wordLength, StandardCharsets.UTF_8);
        List<byte[]> values = new ArrayList<>(count - 1);
        for (int i = 1; i < count; i++) {
            int length = argument();
            if (length == NOT_THERE) {
                return Optional.empty();
            }
            byte[] value = new byte[length];
            System.arraycopy(bytes, start(length), value, 0, length);
            values.add(value);
        }
        return Optional.of(new Incoming(word, values, Optional.empty()));
    }

    /** Tell where the argument starts that was passed last. */
    private int start(int length) {
        return at - 2 - length;
    }

    /** Pass an argument; gives its length. */
    private int argument() {
        int length = number('$');
        if (length == NOT_THERE || length > Arguments.LONGEST || length > end - at - 2) {
            return NOT_THERE;
        }
        at += length;
        return endsLine() ? length : NOT_THERE;
    }

    /** Pass a line that holds a number. */
    private int number(char type) {
        if (at == end || bytes[at++] != type) {
            return NOT_THERE;
        }
        int number = 0;
        int first = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - first < MOST_DIGITS) {
            number = number * 10 + bytes[at++] - '0';
        }
        return at > first && endsLine() ? number : NOT_THERE;
    }

    private boolean endsLine() {
        boolean ends = end - at >= 2 && bytes[at] == '\r' && bytes[at + 1] == '\n';
        at += 2;
        return ends;
    }
}
