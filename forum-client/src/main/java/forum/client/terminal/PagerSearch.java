package forum.client.terminal;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;

/**
 * Find a text in the lines of a pager, without regard to case.
 *
 * @param text what is looked for, as it stands
 * @param onwards whether from the top to the end
 */
record PagerSearch(String text, boolean onwards) {

    /** Find the next line that holds it, behind that one and around the end; where there is none, nowhere. */
    OptionalInt next(List<AttributedString> lines, int from, boolean sameWay) {
        int step = onwards == sameWay ? 1 : -1;
        Pattern pattern = pattern();
        for (int i = 1; i <= lines.size(); i++) {
            int line = Math.floorMod(from + i * step, lines.size());
            if (pattern.matcher(lines.get(line)).find()) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    Pattern pattern() {
        return Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
