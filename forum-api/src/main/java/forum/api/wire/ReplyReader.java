package forum.api.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Read replies and pushes of a server that is not trusted.
 *
 * <p>Reads RESP2 and RESP3 without streamed types; attributes are skipped, a blob error reads as an error, a verbatim
 * string as a bulk string without its format, a big number as a simple string. Whatever arrives, memory stays below a
 * few times the budget and nothing but an {@link IOException} is thrown. Not thread-safe.
 */
public final class ReplyReader {

    private static final int MAX_LINE = 256 * 1024;
    private static final int MAX_DEPTH = 32;
    private static final int COST_OF_A_VALUE = 40;
    private static final int PIECE = 64 * 1024;

    private static final WireValue TOO_LARGE =
            new WireValue.Failure("TOOLARGE The answer is too large to be shown whole; ask for a part of it");

    private final WireInput in;
    private final long budget;
    private final long longest;
    private long spent;

    /**
     * Read from a connection.
     *
     * @param budget how many bytes one reply may take; more is a {@link ProtocolException}
     */
    public ReplyReader(WireInput in, long budget) {
        this(in, budget, budget);
    }

    /**
     * Read from a connection that is worth more than one reply: what takes too much is read past, and reads as an error
     * {@code TOOLARGE}.
     *
     * @param budget how many bytes one reply may take
     * @param longest how many bytes are read past; more, or a push beyond the budget, is a {@link ProtocolException}
     */
    public ReplyReader(WireInput in, long budget, long longest) {
        this.in = in;
        this.budget = budget;
        this.longest = longest;
    }

    /**
     * Read the next value, waiting for it.
     *
     * @return empty at the end of the stream
     */
    public Optional<WireValue> read() throws IOException {
        if (in.peek() < 0) {
            return Optional.empty();
        }
        spent = 0;
        WireValue value = value(0);
        if (isTooLarge() && value instanceof WireValue.Push) {
            throw tooLarge(budget);
        }
        return Optional.of(isTooLarge() ? TOO_LARGE : value);
    }

    private WireValue value(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new ProtocolException("a reply nested too deeply");
        }
        spend(COST_OF_A_VALUE);
        int type = in.peek();
        if (type < 0) {
            throw new EOFException("The connection ended in the middle of a reply");
        }
        String line = line();
        return switch (type) {
            case '+', '(' -> new WireValue.Simple(line);
            case '-' -> new WireValue.Failure(line);
            case ':' -> new WireValue.Number(number(line));
            case '$' -> bulk(line);
            case '!' -> new WireValue.Failure(oneLine(content(line)));
            case '=' -> verbatim(line);
            case '_' -> new WireValue.Nil();
            case '#' -> bool(line);
            case ',' -> new WireValue.Decimal(decimal(line));
            case '*' -> number(line) == -1 ? new WireValue.Nil() : new WireValue.Array(elements(line, depth));
            case '~' -> new WireValue.Group(elements(line, depth));
            case '>' -> new WireValue.Push(elements(line, depth));
            case '%' -> new WireValue.Dictionary(pairs(line, depth));
            case '|' -> {
                pairs(line, depth);
                yield value(depth + 1);
            }
            default -> throw new ProtocolException("a reply of unknown type " + type);
        };
    }

    private String line() throws IOException {
        byte[] line = in.line(MAX_LINE);
        spend(line.length);
        if (line.length == 0) {
            throw new ProtocolException("an empty line");
        }
        return new String(line, 1, line.length - 1, StandardCharsets.UTF_8);
    }

    private WireValue bulk(String length) throws IOException {
        return number(length) == -1 ? new WireValue.Nil() : new WireValue.Bulk(content(length));
    }

    private WireValue verbatim(String length) throws IOException {
        String text = new String(content(length), StandardCharsets.UTF_8);
        if (isTooLarge()) {
            return new WireValue.Nil();
        }
        if (text.length() < 4 || text.charAt(3) != ':') {
            throw new ProtocolException("a verbatim string without a format");
        }
        return WireValue.Bulk.of(text.substring(4));
    }

    private byte[] content(String length) throws IOException {
        int count = count(length, 1);
        spend(count);
        byte[] content = isTooLarge() ? skipped(count) : in.bytes(count);
        in.endOfLine();
        return content;
    }

    private List<WireValue> elements(String length, int depth) throws IOException {
        int count = count(length, COST_OF_A_VALUE);
        List<WireValue> elements = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            WireValue element = value(depth + 1);
            if (!isTooLarge()) {
                elements.add(element);
            }
        }
        return elements;
    }

    private List<WireValue.Pair> pairs(String length, int depth) throws IOException {
        int count = count(length, COST_OF_A_VALUE);
        List<WireValue.Pair> pairs = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            WireValue.Pair pair = new WireValue.Pair(value(depth + 1), value(depth + 1));
            if (!isTooLarge()) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private byte[] skipped(int count) throws IOException {
        ByteBuffer passing = ByteBuffer.allocate(Math.min(count, PIECE));
        for (int left = count; left > 0; left -= passing.position()) {
            passing.clear().limit(Math.min(left, passing.capacity()));
            if (in.read(passing) < 0) {
                throw new EOFException("The connection ended in the middle of a reply");
            }
        }
        return new byte[0];
    }

    private static WireValue bool(String line) throws ProtocolException {
        return switch (line) {
            case "t" -> new WireValue.Bool(true);
            case "f" -> new WireValue.Bool(false);
            default -> throw new ProtocolException("a boolean that is neither t nor f");
        };
    }

    private int count(String line, int costOfEach) throws ProtocolException {
        long count = number(line);
        if (count < 0 || count > (longest - spent) / costOfEach) {
            throw new ProtocolException("a length of " + count);
        }
        return (int) Math.min(count, Integer.MAX_VALUE - 16);
    }

    private static long number(String line) throws ProtocolException {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException notANumber) {
            throw new ProtocolException("a number that is none");
        }
    }

    private static double decimal(String line) throws ProtocolException {
        try {
            return switch (line) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> Double.parseDouble(line);
            };
        } catch (NumberFormatException notANumber) {
            throw new ProtocolException("a number that is none");
        }
    }

    private static String oneLine(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).replace('\r', ' ').replace('\n', ' ');
    }

    private void spend(long cost) throws ProtocolException {
        spent += cost;
        if (spent > longest) {
            throw tooLarge(longest);
        }
    }

    private boolean isTooLarge() {
        return spent > budget;
    }

    private static ProtocolException tooLarge(long bytes) {
        return new ProtocolException("a reply of more than " + bytes + " bytes");
    }
}
