package forum.server.connection;

import forum.api.wire.ProtocolException;
import forum.api.wire.WireInput;
import forum.server.command.Arguments;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Read requests: arrays of bulk strings, or inline commands (docs/protocol.md, Native).
 *
 * <p>A file's bytes are left on the connection for whoever takes them. Not thread-safe.
 */
final class RequestReader {

    private static final int HEADER = 32;

    /** A browser, or what pretends to be one; Redis hangs up on them, too. */
    static final Set<String> HTTP =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PRI", "HOST:");

    private final WireInput in;
    private final ToIntFunction<String> bodyArgument;
    private boolean withinRequest;

    /**
     * Read from a connection.
     *
     * @param bodyArgument tells for a command's word which argument is a file's bytes, the word itself being 0
     */
    RequestReader(WireInput in, ToIntFunction<String> bodyArgument) {
        this.in = in;
        this.bodyArgument = bodyArgument;
    }

    /** Tell whether a request has begun to arrive and is not complete. */
    boolean withinRequest() {
        return withinRequest || in.buffered() > 0;
    }

    /**
     * Read the next request, waiting for it; empty ones are skipped.
     *
     * @return empty at the end of the stream
     */
    Optional<Incoming> next(RequestLimits limits) throws IOException {
        while (true) {
            withinRequest = false;
            int first = in.peek();
            if (first < 0) {
                return Optional.empty();
            }
            withinRequest = true;
            Optional<Incoming> request = first == '*' ? array(limits) : inline(limits);
            if (request.isPresent()) {
                hangUpOnBrowsers(request.get().word());
                return request;
            }
        }
    }

    private Optional<Incoming> array(RequestLimits limits) throws IOException {
        long count = header('*');
        if (count <= 0) {
            return Optional.empty();
        }
        if (count > limits.arguments()) {
            throw new ProtocolException("a request has at most " + limits.arguments() + " arguments");
        }
        String word = new String(argument(limits), StandardCharsets.UTF_8);
        int bodyAt = bodyArgument.applyAsInt(word);
        List<byte[]> values = new ArrayList<>((int) Math.min(count, 8));
        int total = 0;
        for (int i = 1; i < count; i++) {
            if (i == bodyAt && i == count - 1) {
                return Optional.of(new Incoming(word, values, Optional.of(body(limits))));
            }
            byte[] value = argument(limits);
            total += value.length;
            if (total > limits.total()) {
                throw new ProtocolException("the arguments of a request have at most " + limits.total() + " bytes");
            }
            values.add(value);
        }
        return Optional.of(new Incoming(word, values, Optional.empty()));
    }

    private Optional<Incoming> inline(RequestLimits limits) throws IOException {
        String line = new String(in.line(limits.inline()), StandardCharsets.ISO_8859_1);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        List<byte[]> parts = new ArrayList<>();
        for (String part : line.split(" ", -1)) {
            parts.add(part.getBytes(StandardCharsets.ISO_8859_1));
        }
        if (parts.size() > limits.arguments()) {
            throw new ProtocolException("a request has at most " + limits.arguments() + " arguments");
        }
        String word = new String(parts.removeFirst(), StandardCharsets.UTF_8);
        int bodyAt = bodyArgument.applyAsInt(word);
        if (bodyAt == 0 || parts.size() < bodyAt) {
            return Optional.of(new Incoming(word, parts, Optional.empty()));
        }
        String bytes = line.split(" ", bodyAt + 1)[bodyAt];
        return Optional.of(new Incoming(
                word, parts.subList(0, bodyAt - 1), Optional.of(bodyOf(bytes.getBytes(StandardCharsets.ISO_8859_1)))));
    }

    /** Take one argument; keep of a longer one than any can be only enough to see that it is too long. */
    private byte[] argument(RequestLimits limits) throws IOException {
        long length = length();
        if (length > limits.argument()) {
            throw new ProtocolException("an argument has at most " + limits.argument() + " bytes");
        }
        int kept = (int) Math.min(length, Arguments.LONGEST + 1);
        byte[] value = in.bytes(kept);
        new Body(in, length - kept, true).discard();
        return value;
    }

    private Body body(RequestLimits limits) throws IOException {
        long length = length();
        if (length > limits.argument()) {
            throw new ProtocolException("a file has at most " + limits.argument() + " bytes");
        }
        return new Body(in, length, true);
    }

    private static Body bodyOf(byte[] bytes) {
        ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(bytes));
        return new Body(new WireInput(channel::read), bytes.length, false);
    }

    private long length() throws IOException {
        long length = header('$');
        if (length < 0) {
            throw new ProtocolException("a length cannot be negative");
        }
        return length;
    }

    private long header(char type) throws IOException {
        if (in.peek() < 0) {
            throw new EOFException("The connection ended in the middle of a request");
        }
        String line = new String(in.line(HEADER), StandardCharsets.ISO_8859_1);
        if (line.isEmpty() || line.charAt(0) != type) {
            throw new ProtocolException("expected '" + type + "'");
        }
        try {
            return Long.parseLong(line.substring(1));
        } catch (NumberFormatException notANumber) {
            throw new ProtocolException("expected a number behind '" + type + "'");
        }
    }

    private static void hangUpOnBrowsers(String word) throws EOFException {
        if (HTTP.contains(word.toUpperCase(Locale.ROOT))) {
            throw new EOFException("Not a client of the forum");
        }
    }
}
