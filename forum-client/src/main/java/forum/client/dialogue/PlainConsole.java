package forum.client.dialogue;

import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.reply.Content;
import forum.client.reply.PlainRenderer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Talk line by line, without a single escape sequence: the dialogue of the original forum.
 *
 * <p>Input is read on a thread of its own, a line at a time and only when it is asked for, because nothing can wake a
 * thread that reads from a pipe.
 */
public final class PlainConsole implements Console {

    private final BufferedReader in;
    private final PrintStream out;
    private final PlainRenderer renderer;
    private final CompletableFuture<Ending> ended;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("input").unstarted(task));

    /**
     * Talk through these streams.
     *
     * @param ended the end of the connection
     */
    public PlainConsole(Reader in, PrintStream out, PlainRenderer renderer, CompletableFuture<Ending> ended) {
        this.in = new BufferedReader(in);
        this.out = out;
        this.renderer = renderer;
        this.ended = ended;
    }

    @Override
    public Optional<String> ask(String prompt) throws ConnectionException {
        out.print(prompt);
        out.flush();
        return nextLine();
    }

    @Override
    public Optional<String> askSecret(String prompt) throws ConnectionException {
        return ask(prompt);
    }

    @Override
    public Optional<String> askCommand(String invitation, boolean lost) throws ConnectionException {
        say(invitation);
        return nextLine();
    }

    @Override
    public boolean confirms(String question) {
        return false;
    }

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void show(Content content) {
        renderer.render(content).forEach(out::println);
        out.flush();
    }

    /** Wait for a line or for the end of the connection, whichever comes first; nobody reads output that is gone. */
    private Optional<String> nextLine() throws ConnectionException {
        if (out.checkError()) {
            return Optional.empty();
        }
        CompletableFuture<Optional<String>> line = CompletableFuture.supplyAsync(this::read, reading);
        CompletableFuture.anyOf(line, ended).join();
        if (ended.isDone()) {
            throw new ConnectionException(ended.join());
        }
        return line.join();
    }

    private Optional<String> read() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException unreadable) {
            return Optional.empty(); // a terminal that was closed: nothing more will come
        }
    }
}
