package forum.client.dialogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Read lines on a thread of its own, one at a time and only when it is asked for, because nothing can wake a thread that
 * reads from a pipe. A line that was asked for and not taken is the next one.
 */
public final class Lines {

    private final BufferedReader in;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("input").unstarted(task));
    private Optional<CompletableFuture<Optional<String>>> asked = Optional.empty();

    /** Read from there. */
    public Lines(Reader in) {
        this.in = new BufferedReader(in);
    }

    /** Ask for the next line; empty at the end of the input. */
    public CompletableFuture<Optional<String>> next() {
        CompletableFuture<Optional<String>> line =
                asked.orElseGet(() -> CompletableFuture.supplyAsync(this::read, thread));
        asked = Optional.of(line);
        return line;
    }

    /** Say that the line was taken. */
    public void taken() {
        asked = Optional.empty();
    }

    private Optional<String> read() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException unreadable) {
            return Optional.empty(); // a terminal that was closed: nothing more will come
        }
    }
}
