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

    void say(String line) {
        print(Wrapping.wrap(new AttributedString(line), terminal().getColumns()));
    }

    void sayAside(String line) {
        print(Wrapping.wrap(Palette.styled(palette.aside(), line), terminal().getColumns()));
    }

    /** Say something above the line that is being typed, which is drawn again once however much is said. */
    void sayAbove(List<String> said) {
        int columns = terminal().getColumns();
        List<AttributedString> lines = said.stream()
                .flatMap(line -> Wrapping.wrap(Palette.styled(palette.aside(), line), columns).stream())
                .toList();
        editing.editor().printAbove(AttributedString.join(new AttributedString("\n"), lines));
    }

    /** Show what was answered, in a pager if it is long; the first entries to be seen are those with a later id. */
    void show(Content content, long lastSeen) {
        Terminal terminal = terminal();
        int columns = terminal.getColumns();
        if (painter.isShorter(content, columns, terminal.getRows())) {
            print(painter.paint(content, columns));
            return;
        }
        int first = painter.linesBefore(content, lastSeen, columns);
        print(new Pager(editing.editor(), palette, width -> painter.paint(content, width)).run(first));
    }

    private void print(List<AttributedString> lines) {
        Terminal terminal = terminal();
        lines.forEach(line -> terminal.writer().println(line.toAnsi(terminal)));
        terminal.flush();
    }
}
