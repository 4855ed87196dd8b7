package forum.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tell an operator what is being done. */
class TerminalTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void progressStaysInOneLineHoweverLongItIs() {
        try (Terminal terminal = terminal()) {
            while (err.size() == 0) { // soon after the start there is nothing to tell
                terminal.progress("Exported 1 of 2 MiB of " + "x".repeat(300));
            }
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001b[K\u001b[?7lExported 1 of 2 MiB of " + "x".repeat(300) + "\u001b[?7h\r\u001b[K");
        assertThat(out.size()).isZero();
    }

    @Test
    void aLineClearsTheProgressAway() {
        try (Terminal terminal = terminal()) {
            while (err.size() == 0) {
                terminal.progress("half");
            }
            terminal.line("whole");
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("half\u001b[?7h\r\u001b[K");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("whole" + System.lineSeparator());
    }

    private Terminal terminal() {
        return new Terminal(new PrintStream(out, true), new PrintStream(err, true), true);
    }
}
