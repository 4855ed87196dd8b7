package forum.client.terminal;

import forum.client.dialogue.Lines;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * Read and write lines on a terminal which edits them itself: nothing is drawn, and nothing that was said is taken back.
 *
 * <p>Used by one thread; Ctrl-C comes on another.
 */
public final class Teletype implements AutoCloseable {

    private final Lines in;
    private final PrintStream out;
    private final CompletableFuture<Terminal> terminal;
    private volatile Optional<CompletableFuture<Void>> waiting = Optional.empty();

    private Teletype(Reader in, PrintStream out, CompletableFuture<Terminal> terminal) {
        this.in = new Lines(in);
        this.out = out;
        this.terminal = terminal;
    }

    /** Use the terminal of this process, of which more than its lines is at hand a little later. */
    public static Teletype opening(Reader in, PrintStream out) {
        return new Teletype(in, out, CompletableFuture.supplyAsync(() -> Terminals.open("ansi")));
    }

    /** Use a terminal that is open already. */
    public static Teletype of(Reader in, PrintStream out, Terminal terminal) {
        return new Teletype(in, out, CompletableFuture.completedFuture(terminal));
    }

    /** Give the terminal itself, for what is no line. */
    Terminal terminal() {
        return terminal.join();
    }

    /** Give what reads its lines. */
    Lines lines() {
        return in;
    }

    /** Let Ctrl-C clear the line that is being typed, or end the connection while there is none. */
    void clearOr(Connection connection) {
        terminal.thenAccept(there -> there.handle(
                Terminal.Signal.INT,
                _ -> waiting.ifPresentOrElse(cleared -> cleared.complete(null), connection::close)));
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Ask for a line; empty at the end of the input, and where nobody reads what is asked. */
    Optional<String> line(String prompt, Connection connection) throws ConnectionException, Cleared {
        CompletableFuture<Void> cleared = new CompletableFuture<>();
        waiting = Optional.of(cleared); // before anybody sees the prompt and presses Ctrl-C
        out.print(prompt);
        if (out.checkError()) {
            return Optional.empty();
        }
        CompletableFuture<Optional<String>> line = in.next();
        CompletableFuture.anyOf(line, connection.ended(), cleared).join();
        waiting = Optional.empty();
        if (connection.ended().isDone()) {
            throw new ConnectionException(connection.ended().join());
        }
        if (!line.isDone()) {
            out.println();
            throw new Cleared();
        }
        in.taken();
        return line.join();
    }

    /** The same, but what is typed is not seen. */
    Optional<String> unseen(String prompt, Connection connection) throws ConnectionException, Cleared {
        echo(false);
        try {
            Optional<String> line = line(prompt, connection);
            out.println();
            return line;
        } finally {
            echo(true);
        }
    }

    @Override
    public void close() {
        try {
            terminal().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void echo(boolean on) {
        Attributes attributes = terminal().getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ECHO, on);
        terminal().setAttributes(attributes);
    }
}
