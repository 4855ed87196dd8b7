package forum.client.terminal;

import forum.api.Printable;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;

/** Name the window of a terminal that has one, and give it back the title that it had. */
final class Title implements AutoCloseable {

    private static final Pattern WITH_A_WINDOW =
            Pattern.compile("(xterm|tmux|screen|rxvt|alacritty|foot|kitty|wezterm).*");
    private static final String KEEP = "\u001b[22;2t";
    private static final String SET = "\u001b]2;";
    private static final String END = "\u0007";
    private static final String GIVE_BACK = "\u001b[23;2t";

    private final Terminal terminal;
    private final LastWords lastWords;
    private final boolean hasWindow;

    Title(Terminal terminal, LastWords lastWords) {
        this.terminal = terminal;
        this.lastWords = lastWords;
        this.hasWindow = WITH_A_WINDOW.matcher(terminal.getType()).matches();
    }

    /** Show that as the title, made printable. */
    void show(String title) {
        if (hasWindow) {
            lastWords.owe(GIVE_BACK);
            write(KEEP + SET + Printable.line(title) + END);
        }
    }

    @Override
    public void close() {
        if (hasWindow) {
            write(GIVE_BACK);
            lastWords.paid(GIVE_BACK);
        }
    }

    private void write(String sequence) {
        terminal.writer().write(sequence);
        terminal.flush();
    }
}
