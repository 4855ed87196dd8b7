package forum.client.terminal;

import java.util.List;
import org.jline.terminal.Sized;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * Draw a line as JLine does, also where a wide character ends at the right margin: to get there, JLine writes the last
 * column once more, and half of a character does not fit there.
 */
final class MarginDisplay extends Display {

    private List<AttributedString> drawn = List.of();

    MarginDisplay(Terminal terminal) {
        super(terminal, false);
    }

    @Override
    public void resize(Sized size) {
        super.resize(size);
        drawn = List.of();
    }

    @Override
    public void update(List<AttributedString> lines, int cursor, boolean flush) {
        if (goesToAWideMargin(lines)) {
            super.update(List.of(), 0, false);
        }
        super.update(lines, cursor, flush);
        drawn = List.copyOf(lines);
    }

    /** JLine goes there where a line is continued that was not, or the other way round. */
    private boolean goesToAWideMargin(List<AttributedString> lines) {
        for (int row = 0; row < lines.size(); row++) {
            if (isContinued(lines, row) != isContinued(drawn, row)
                    && lines.get(row).columnSubSequence(columns - 1, columns).columnLength() > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContinued(List<AttributedString> lines, int row) {
        return row + 1 < lines.size() && !lines.get(row).toString().endsWith("\n");
    }
}
