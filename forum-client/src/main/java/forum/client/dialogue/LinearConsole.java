package forum.client.dialogue;

import forum.api.Printable;
import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.reply.PlainRenderer;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Talk with a person at a terminal that cannot be drawn on, or that is read aloud: line by line, passwords unseen.
 */
public final class LinearConsole extends PlainConsole {

    private final Lines in;
    private final Function<String, Optional<String>> secrets;
    private final PrintStream out;
    private final PlainRenderer renderer;
    private String invitation = "";
    private String prompt = "";

    /**
     * Talk through these.
     *
     * @param secrets asks with a prompt and reads a line without echo; empty at the end of the input
     * @param ended the end of the connection
     */
    public LinearConsole(
            Lines in,
            Function<String, Optional<String>> secrets,
            PrintStream out,
            PlainRenderer renderer,
            CompletableFuture<Ending> ended) {
        super(in, out, renderer, ended);
        this.in = in;
        this.secrets = secrets;
        this.out = out;
        this.renderer = renderer;
    }

    @Override
    public Optional<String> askSecret(String question) throws ConnectionException {
        return prompted("", () -> in.next(() -> secrets.apply(question)));
    }

    @Override
    public void begin(String user, Catalogue catalogue) {
        invitation = catalogue.invitation();
        prompt = Printable.line(user) + "> ";
    }

    @Override
    public Optional<String> askCommand(boolean lost) throws ConnectionException {
        if (lost) {
            say(invitation);
        }
        return ask(prompt);
    }

    @Override
    public boolean confirms(String question) throws ConnectionException {
        return Console.isYes(ask(question + " [y/N] "));
    }

    @Override
    public void sayIncorrect(Command command) {
        super.sayIncorrect(command);
        say("Usage: " + command.usage());
    }

    @Override
    public void bear(ConnectionException loss, Reconnection reconnection) throws ConnectionException {
        say(""); // what is half typed stands there
        say(reconnection.why() + "; trying to get it back");
        CompletableFuture<Void> back = reconnection.begin(this::say);
        while (!back.isDone()) {
            CompletableFuture<Optional<String>> line = in.next();
            CompletableFuture.anyOf(line, back).join();
            if (line.isDone() && !back.isDone()) {
                in.taken();
                if (line.join().isEmpty()) {
                    throw new ConnectionException(new Ending.Left());
                }
                say("There is no connection yet; that was not sent");
            }
        }
        say("Connected again");
    }

    @Override
    public Console over(Connection next) {
        return new LinearConsole(in, secrets, out, renderer, next.ended());
    }
}
