package forum.client.terminal;

import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Ask one question as the terminal does by itself, while line editing is still being loaded: that takes longer than
 * all else before the first prompt, and nobody needs it to type a name.
 */
final class FirstQuestion {

    private final InputStream in;
    private final PrintStream out;

    /**
     * Ask through these.
     *
     * @param in the terminal's input, which gives a line at a time
     */
    FirstQuestion(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** Ask for a line; empty at the end of the input. */
    Optional<String> ask(String prompt, Connection connection) throws ConnectionException {
        out.print(prompt);
        out.flush();
        Executor thread = task -> Thread.ofPlatform().daemon().name("input").start(task);
        CompletableFuture<Optional<String>> line = CompletableFuture.supplyAsync(this::line, thread);
        CompletableFuture.anyOf(line, connection.ended()).join();
        if (connection.ended().isDone()) {
            throw new ConnectionException(connection.ended().join());
        }
        return line.join();
    }

    /** Take no byte more than the line: what follows is for the line editor. */
    private Optional<String> line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int next = in.read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = in.read();
            }
            return next < 0 && line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty(); // a terminal that was closed: nothing more will come
        }
    }
}
