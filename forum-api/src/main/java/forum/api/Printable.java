package forum.api;

/**
 * Make text of unknown origin safe to show on a terminal or to write into a log.
 *
 * <p>Control characters (C0, DEL, C1), line and paragraph separators, bidirectional controls and halves of surrogate
 * pairs become visible escapes, such as {@code \x1b} or {@code \u202e}; all else stays.
 */
public final class Printable {

    private Printable() {}

    /** Make one line: line feeds and tabs are escaped too. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** Make lines: line feeds and tabs stay. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean keepLayout) {
        if (isPlain(text) || text.codePoints().noneMatch(c -> isHarmful(c, keepLayout))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isHarmful(c, keepLayout)) {
                out.append((c <= 0xff ? "\\x%02x" : "\\u%04x").formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Nearly all text is, and every line that is answered or logged is asked. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmful(int c, boolean keepLayout) {
        if (c >= ' ' && c < 0x7f) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL -> !(keepLayout && (c == '\n' || c == '\t'));
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            case Character.FORMAT -> isBidirectionalControl(c);
            default -> false;
        };
    }

    private static boolean isBidirectionalControl(int c) {
        return c == 0x061c || c == 0x200e || c == 0x200f || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }
}
