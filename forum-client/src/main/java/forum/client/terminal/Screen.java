package forum.client.terminal;

import forum.client.reply.Content;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** Print on the terminal, broken to its width. */
final class Screen {

    private final LineEditing editing;
    private final Painter painter;
    private final Palette palette;

    Screen(LineEditing editing, Painter painter, Palette palette) {
        this.editing = editing;
        this.painter = painter;
        this.palette = palette;
    }

    Terminal terminal() {
        return editing.editor().getTerminal();
    }

    Palette palette() {
        return palette;
    }

    void say(String line) {
        print(Wrapping.wrap(new AttributedString(line), terminal().getColumns()));
    }

    void sayAside(String line) {
        print(Wrapping.wrap(Palette.styled(palette.aside(), line), terminal().getColumns()));
    }

    void show(Content content) {
        print(painter.paint(content, terminal().getColumns()));
    }

    private void print(List<AttributedString> lines) {
        Terminal terminal = terminal();
        lines.forEach(line -> terminal.writer().println(line.toAnsi(terminal)));
        terminal.flush();
    }
}
