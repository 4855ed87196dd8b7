package forum.client.dialogue;

import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.line.Invocation;
import forum.client.line.Typed;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.reply.Content;
import forum.client.reply.PlainRenderer;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Talk line by line, without a single escape sequence: the dialogue of the original forum. */
public final class PlainConsole implements Console {

    private final Lines in;
    private final PrintStream out;
    private final PlainRenderer renderer;
    private final CompletableFuture<Ending> ended;
    private String invitation = "";

    /**
     * Talk through these.
     *
     * @param ended the end of the connection
     */
    public PlainConsole(Lines in, PrintStream out, PlainRenderer renderer, CompletableFuture<Ending> ended) {
        this.in = in;
        this.out = out;
        this.renderer = renderer;
        this.ended = ended;
    }

    @Override
    public Optional<String> ask(String prompt) throws ConnectionException {
        return prompted(prompt);
    }

    @Override
    public Optional<String> askSecret(String prompt) throws ConnectionException {
        return ask(prompt);
    }

    @Override
    public void begin(String user, Catalogue catalogue) {
        this.invitation = catalogue.invitation();
    }

    @Override
    public Optional<String> askCommand(boolean lost) throws ConnectionException {
        return prompted(invitation + System.lineSeparator());
    }

    @Override
    public void sayIncorrect(Command command) {
        say(command.incorrectSyntax());
    }

    @Override
    public void sayUnknown(String word) {
        say(Typed.INVALID_COMMAND);
    }

    @Override
    public boolean confirms(String question) throws ConnectionException {
        return false;
    }

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void show(Invocation invocation, Content content) {
        renderer.render(content).forEach(out::println);
        out.flush();
    }

    @Override
    public Console over(Connection next) {
        return new PlainConsole(in, out, renderer, next.ended());
    }

    /** Wait for a line or for the end of the connection, whichever comes first; nobody reads output that is gone. */
    private Optional<String> prompted(String prompt) throws ConnectionException {
        out.print(prompt);
        if (out.checkError()) {
            return Optional.empty();
        }
        CompletableFuture<Optional<String>> line = in.next();
        CompletableFuture.anyOf(line, ended).join();
        if (ended.isDone()) {
            throw new ConnectionException(ended.join());
        }
        in.taken();
        return line.join();
    }
}
