package forum.client;

import forum.client.dialogue.Console;
import forum.client.file.Folder;
import forum.client.net.Connection;
import forum.client.reply.Units;
import forum.client.terminal.TerminalConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Use the terminal of this process, which is opened while the connection is made. */
final class TerminalSeat implements Seat {

    private final Units units;
    private final Map<String, String> environment;
    private final CompletableFuture<Terminal> terminal = CompletableFuture.supplyAsync(TerminalSeat::open);

    TerminalSeat(Units units, Map<String, String> environment) {
        this.units = units;
        this.environment = environment;
    }

    @Override
    public Console console(Connection connection, Folder folder) {
        return new TerminalConsole(terminal.join(), connection, folder, units, environment);
    }

    @Override
    public void close() {
        try {
            terminal.join().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Terminal open() {
        try {
            return TerminalBuilder.builder()
                    .name("forum")
                    .system(true)
                    .dumb(true)
                    .encoding(StandardCharsets.UTF_8)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
