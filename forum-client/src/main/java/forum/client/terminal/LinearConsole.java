package forum.client.terminal;

import forum.api.Printable;
import forum.client.catalogue.Catalogue;
import forum.client.dialogue.Console;
import forum.client.dialogue.Lines;
import forum.client.dialogue.Reconnection;
import forum.client.file.FileException;
import forum.client.file.Progress;
import forum.client.line.Invocation;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.person.Assistance;
import forum.client.person.Person;
import forum.client.reply.Content;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * Talk with a person at a terminal that cannot be drawn on, or that is read aloud: line by line, with all the help that
 * needs no drawing. News waits for the next prompt, so that nothing is said in the middle of a line.
 */
public final class LinearConsole implements AssistedConsole {

    private final Teletype teletype;
    private final Connection connection;
    private final Person person;
    private final Painter painter;
    private Optional<Assistance> assistance = Optional.empty();
    private String prompt = "";

    /** Talk there, about that connection. */
    public LinearConsole(Teletype teletype, Connection connection, Person person) {
        this.teletype = teletype;
        this.connection = connection;
        this.person = person;
        this.painter = new Painter(new Palette(false), person.units());
        teletype.clearOr(connection);
    }

    @Override
    public Optional<String> ask(String question) throws ConnectionException {
        return again(() -> teletype.line(question, connection));
    }

    @Override
    public Optional<String> askSecret(String question) throws ConnectionException {
        return again(() -> teletype.unseen(question, connection));
    }

    @Override
    public void begin(String user, Catalogue catalogue) {
        assistance = Optional.of(Assistance.begin(this, person, connection, user, catalogue));
        prompt = Printable.line(user) + "> ";
    }

    @Override
    public Optional<String> askCommand(boolean lost) throws ConnectionException {
        if (lost) {
            say(assistance().invitation());
        }
        while (true) {
            assistance().showNews();
            Optional<String> line = ask(prompt);
            if (line.isEmpty() || !assistance().does(line.get())) {
                return line;
            }
        }
    }

    @Override
    public boolean confirms(String question) throws ConnectionException {
        return Console.isYes(orNot(() -> teletype.line(question + " [y/N] ", connection)));
    }

    @Override
    public Optional<Progress.Watch> watch() {
        return Optional.of((name, onCancel) ->
                ProgressLine.said(teletype.terminal(), this::say, name, onCancel, System::nanoTime));
    }

    @Override
    public void say(String line) {
        if (assistance.isPresent()) {
            Wrapping.wrap(new AttributedString(line), columns()).forEach(part -> teletype.say(part.toString()));
        } else {
            teletype.say(line); // the terminal's size may not be known yet
        }
    }

    @Override
    public void show(Invocation invocation, Content content) {
        painter.paint(content, columns()).forEach(line -> teletype.say(line.toString()));
        assistance().shown(invocation, content);
    }

    @Override
    public Optional<String> secret(String question) throws ConnectionException {
        return orNot(() -> teletype.unseen(question, connection));
    }

    @Override
    public Optional<String> change(String before, String text) throws ConnectionException {
        say("It is now: " + text);
        Optional<String> line = orNot(() -> teletype.line("Enter what it is to be: ", connection));
        return line.filter(fresh -> !fresh.isBlank()).map(fresh -> before + fresh);
    }

    @Override
    public <T> T lend(Borrower<T> borrower) throws FileException {
        Terminal terminal = teletype.terminal();
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, Terminals.NOT_OURS);
        try {
            return borrower.use();
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    @Override
    public boolean takesNews() {
        return false;
    }

    @Override
    public void tell(List<String> headlines) {
        headlines.forEach(this::say);
    }

    @Override
    public void bear(ConnectionException loss, Reconnection reconnection) throws ConnectionException {
        say(""); // what is half typed stands there
        say(reconnection.why() + "; trying to get it back");
        assistance.ifPresent(Assistance::keepDraft);
        CompletableFuture<Void> back = reconnection.begin(this::say);
        Lines in = teletype.lines();
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
        return new LinearConsole(teletype, next, person);
    }

    @Override
    public void close() {
        assistance.ifPresent(Assistance::close);
    }

    @Override
    public Person person() {
        return person;
    }

    @Override
    public Assistance assistance() {
        return assistance.orElseThrow();
    }

    private int columns() {
        return teletype.terminal().getColumns();
    }

    private Optional<String> again(Reading reading) throws ConnectionException {
        while (true) {
            try {
                return reading.line();
            } catch (Cleared cleared) {
                assistance.ifPresent(Assistance::showNews);
            }
        }
    }

    private Optional<String> orNot(Reading reading) throws ConnectionException {
        try {
            return reading.line();
        } catch (Cleared cleared) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Reading {
        Optional<String> line() throws ConnectionException, Cleared;
    }
}
