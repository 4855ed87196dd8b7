package forum.testkit.transcript;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Make bytes of what a transcript says that a client sends. */
final class Escapes {

    private static final Pattern REPEATED = Pattern.compile("\\\\\\{(\\d+)\\*([^}]*)}");

    private final String text;
    private int position;

    private Escapes(String text) {
        this.text = text;
    }

    /** Write out what is to be repeated. */
    static String repeated(String text) {
        return REPEATED.matcher(text)
                .replaceAll(match -> match.group(2)
                        .repeat(Integer.parseInt(match.group(1)))
                        .replace("\\", "\\\\")
                        .replace("$", "\\$"));
    }

    /** Read all as bytes. */
    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Escapes escapes = new Escapes(text);
        while (escapes.position < text.length()) {
            bytes.writeBytes(escapes.next());
        }
        return bytes.toByteArray();
    }

    /** Read words, split at blanks outside of quotes. */
    static List<byte[]> words(String text) {
        Escapes escapes = new Escapes(text);
        List<byte[]> words = new ArrayList<>();
        while (escapes.position < text.length()) {
            words.add(escapes.word());
        }
        return words;
    }

    private byte[] word() {
        char end = ' ';
        if (text.charAt(position) == '"') {
            end = '"';
            position++;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (position < text.length() && text.charAt(position) != end) {
            bytes.writeBytes(next());
        }
        position += end == '"' ? 2 : 1;
        return bytes.toByteArray();
    }

    private byte[] next() {
        int c = text.codePointAt(position);
        position += Character.charCount(c);
        if (c != '\\') {
            return utf8(c);
        }
        char escape = text.charAt(position++);
        return switch (escape) {
            case 'n' -> utf8('\n');
            case 'r' -> utf8('\r');
            case 't' -> utf8('\t');
            case 'x' -> new byte[] {(byte) hexadecimal(2)};
            case 'u' -> utf8(hexadecimal(4));
            case '\\', '"' -> utf8(escape);
            default -> throw new IllegalArgumentException("No escape: \\" + escape);
        };
    }

    private int hexadecimal(int digits) {
        position += digits;
        return Integer.parseInt(text, position - digits, position, 16);
    }

    private static byte[] utf8(int c) {
        return Character.toString(c).getBytes(StandardCharsets.UTF_8);
    }
}
