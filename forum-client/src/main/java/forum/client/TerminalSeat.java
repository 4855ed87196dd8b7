package forum.client;

import forum.client.dialogue.Console;
import forum.client.net.Connection;
import forum.client.reply.Units;
import forum.client.terminal.TerminalConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Use the terminal of this process, which is opened while the connection is made. */
final class TerminalSeat implements Seat {

    private final Surroundings here;
    private final Units units;
    private final CompletableFuture<Terminal> terminal = CompletableFuture.supplyAsync(TerminalSeat::open);

    TerminalSeat(Surroundings here, Units units) {
        this.here = here;
        this.units = units;
    }

    @Override
    public Console console(Connection connection) {
        return new TerminalConsole(terminal.join(), connection, here.folder(), units, here.environment());
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
