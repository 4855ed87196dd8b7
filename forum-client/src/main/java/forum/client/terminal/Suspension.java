package forum.client.terminal;

import java.io.IOException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * Stop the client as Ctrl-Z does, until the shell lets it go on: while a line is edited that is a key like any other.
 *
 * <p>All processes of the job are stopped, as the terminal would do it. Where no shell is there to go on from, as in a
 * session that is nothing but the client, the system does not stop them.
 */
final class Suspension {

    private final Terminal terminal;
    private final Attributes before;

    /** Give the terminal back as it is now. */
    Suspension(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
    }

    /** Stop, and return when it goes on. */
    boolean take() {
        Attributes editing = terminal.getAttributes();
        terminal.writer().write(LineReaderImpl.BRACKETED_PASTE_OFF);
        terminal.puts(Capability.keypad_local);
        terminal.flush();
        terminal.setAttributes(before);
        try {
            new ProcessBuilder("sh", "-c", "kill -TSTP 0").inheritIO().start().waitFor();
            return true;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the connection is lost, or reading is over: that is seen next
            return true;
        } finally {
            terminal.setAttributes(editing);
            terminal.puts(Capability.keypad_xmit);
            terminal.writer().write(LineReaderImpl.BRACKETED_PASTE_ON);
            terminal.flush();
        }
    }
}
