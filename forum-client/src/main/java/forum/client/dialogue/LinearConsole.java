package forum.client.dialogue;

import forum.api.Printable;
import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.reply.PlainRenderer;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Talk with a person at a terminal that cannot be drawn on, or that is read aloud: line by line, passwords unseen.
 */
public final class LinearConsole extends PlainConsole {

    private final Supplier<Optional<String>> secrets;
    private String invitation = "";
    private String prompt = "";

    /**
     * Talk through these streams.
     *
     * @param secrets reads a line without echo; empty at the end of the input
     * @param ended the end of the connection
     */
    public LinearConsole(
            Reader in,
            Supplier<Optional<String>> secrets,
            PrintStream out,
            PlainRenderer renderer,
            CompletableFuture<Ending> ended) {
        super(in, out, renderer, ended);
        this.secrets = secrets;
    }

    @Override
    public Optional<String> askSecret(String question) throws ConnectionException {
        return prompted(question, secrets);
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
}
