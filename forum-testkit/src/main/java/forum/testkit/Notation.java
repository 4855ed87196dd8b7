package forum.testkit;

import forum.api.wire.WireValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Write a reply on one line, so that a test can name it.
 *
 * <p>{@code +OK}, {@code -NOFILE text}, {@code :5} and {@code ,0.5} look as they do on the wire; a bulk string is quoted
 * ({@code "…"}, or {@code '…'} if that spares escapes); nothing is {@code nil}, a boolean {@code true} or {@code false};
 * an array is {@code [a, b]}, a set {@code ~[a, b]}, a push {@code >[a, b]}, a map <code>{key: value}</code>.
 */
final class Notation {

    private Notation() {}

    static String of(WireValue value) {
        return switch (value) {
            case WireValue.Simple(String line) -> "+" + escaped(line);
            case WireValue.Failure(String line) -> "-" + escaped(line);
            case WireValue.Number(long number) -> ":" + number;
            case WireValue.Decimal(double number) -> "," + number;
            case WireValue.Bool(boolean bool) -> Boolean.toString(bool);
            case WireValue.Nil() -> "nil";
            case WireValue.Bulk(byte[] bytes) -> quoted(bytes);
            case WireValue.Array(List<WireValue> elements) -> list(elements);
            case WireValue.Group(List<WireValue> elements) -> "~" + list(elements);
            case WireValue.Push(List<WireValue> elements) -> ">" + list(elements);
            case WireValue.Dictionary(List<WireValue.Pair> pairs) ->
                pairs.stream()
                        .map(pair -> of(pair.key()) + ": " + of(pair.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    static String quoted(byte[] bytes) {
        String text = escaped(bytes);
        if (!text.contains("\"")) {
            return '"' + text + '"';
        }
        return text.contains("'") ? '"' + text.replace("\"", "\\\"") + '"' : "'" + text + "'";
    }

    static String escaped(byte[] bytes) {
        try {
            return escaped(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            StringBuilder out = new StringBuilder(bytes.length + 16);
            for (byte b : bytes) {
                if (b >= 0) {
                    append(b, out);
                } else {
                    out.append("\\x%02x".formatted(b & 0xff));
                }
            }
            return out.toString();
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(c, out));
        return out.toString();
    }

    private static String list(List<WireValue> elements) {
        return elements.stream().map(Notation::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static void append(int c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                switch (Character.getType(c)) {
                    case Character.CONTROL -> out.append((c < 0x80 ? "\\x%02x" : "\\u%04x").formatted(c));
                    case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        out.append("\\u%04x".formatted(c));
                    default -> out.appendCodePoint(c);
                }
            }
        }
    }
}
