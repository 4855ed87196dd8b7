package forum.client.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.WCWidth;

/**
 * Break lines at words, to the width of a terminal.
 *
 * <p>All but the first line are indented. A terminal that broke them itself would put what follows at its edge, where
 * an entry begins.
 */
final class Wrapping {

    private static final String INDENT = "  ";
    private static final int NARROWEST = 10;
    private static final String TAB = "    ";

    private Wrapping() {}

    /** Break a text, which may hold line feeds, into lines of so many columns. */
    static List<AttributedString> wrap(AttributedString text, int columns) {
        int width = Math.max(NARROWEST, columns);
        List<AttributedString> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int feed = indexOfLineFeed(text, from);
            addLines(lines, withoutTabs(text.subSequence(from, feed)), width);
            from = feed + 1;
        }
        return lines;
    }

    private static void addLines(List<AttributedString> lines, AttributedString line, int width) {
        int from = 0;
        do {
            int indent = lines.isEmpty() ? 0 : INDENT.length();
            int end = end(line, from, width - indent);
            AttributedStringBuilder out = new AttributedStringBuilder();
            out.append(lines.isEmpty() ? "" : INDENT).append(line.subSequence(from, end));
            lines.add(out.toAttributedString());
            from = end;
            while (from < line.length() && line.charAt(from) == ' ') {
                from++;
            }
        } while (from < line.length());
    }

    /** Find where a line that begins there must end: at a space if there is one. */
    private static int end(AttributedString line, int from, int width) {
        int used = 0;
        int space = -1;
        int at = from;
        while (at < line.length()) {
            int c = Character.codePointAt(line, at);
            used += Math.max(0, WCWidth.wcwidth(c));
            if (used > width) {
                return space > from ? space : Math.max(at, from + Character.charCount(c));
            }
            if (c == ' ') {
                space = at;
            }
            at += Character.charCount(c);
        }
        return line.length();
    }

    private static int indexOfLineFeed(AttributedString text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                return i;
            }
        }
        return text.length();
    }

    private static AttributedString withoutTabs(AttributedString line) {
        if (line.toString().indexOf('\t') < 0) {
            return line;
        }
        AttributedStringBuilder out = new AttributedStringBuilder();
        for (int i = 0; i < line.length(); i++) {
            out.append(line.charAt(i) == '\t' ? new AttributedString(TAB) : line.subSequence(i, i + 1));
        }
        return out.toAttributedString();
    }
}
