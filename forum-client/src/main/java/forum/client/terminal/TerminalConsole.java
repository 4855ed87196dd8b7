package forum.client.terminal;

import forum.api.command.Parameter.Kind;
import forum.client.catalogue.Catalogue;
import forum.client.dialogue.Console;
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

/** Talk on a terminal: with line editing, completion, history, and news above the line. */
public final class TerminalConsole implements AssistedConsole {

    private final LineEditing editing;
    private final Connection connection;
    private final Person person;
    private final Palette palette;
    private final Screen screen;
    private final Input input;
    private Optional<Helped> helped = Optional.empty();

    /** Somebody is logged in, and is helped to type commands. */
    private record Helped(Assistance assistance, CommandPrompt prompt) {}

    /** Talk on that terminal, about that connection. */
    public TerminalConsole(LineEditing editing, Connection connection, Person person) {
        this.editing = editing;
        this.connection = connection;
        this.person = person;
        this.palette = new Palette(person.wantsColours());
        this.screen = new Screen(editing, new Painter(palette, person.units()), palette);
        this.input = new Input(editing, connection);
        editing.whenThere(editor -> {
            editor.getTerminal().handle(Terminal.Signal.INT, _ -> connection.close());
            editor.resume();
            connection.ended().thenAccept(ending -> stop(editor, ending));
        });
    }

    @Override
    public Optional<String> ask(String prompt) throws ConnectionException {
        return input.answer(prompt);
    }

    @Override
    public Optional<String> askSecret(String prompt) throws ConnectionException {
        return input.secret(prompt);
    }

    @Override
    public void begin(String user, Catalogue catalogue) {
        Editor editor = editing.editor();
        Assistance assistance = Assistance.begin(this, person, connection, user, catalogue);
        CommandPrompt prompt = new CommandPrompt(user, connection.address(), editor, input, palette, assistance);
        prompt.teach(catalogue, connection.address(), person, palette);
        helped = Optional.of(new Helped(assistance, prompt));
    }

    @Override
    public Optional<String> askCommand(boolean lost) throws ConnectionException {
        if (lost) {
            say(assistance().invitation());
        }
        return prompt().ask();
    }

    @Override
    public boolean confirms(String question) throws ConnectionException {
        return Console.isYes(input.answerOrNone(question + " [y/N] "));
    }

    @Override
    public Optional<Progress.Watch> watch() {
        return Optional.of((name, onCancel) -> ProgressLine.drawn(screen.terminal(), name, onCancel, System::nanoTime));
    }

    @Override
    public void say(String line) {
        screen.say(line);
    }

    @Override
    public void show(Invocation invocation, Content content) {
        long lastSeen =
                invocation.value(Kind.THREAD).map(assistance()::lastSeen).orElse(0L);
        screen.show(content, lastSeen);
        assistance().shown(invocation, content);
    }

    @Override
    public Optional<String> secret(String question) throws ConnectionException {
        return input.secretOrNone(question);
    }

    @Override
    public Optional<String> change(String before, String text) throws ConnectionException {
        return prompt().change(before + text);
    }

    @Override
    public <T> T lend(Borrower<T> borrower) throws FileException {
        return editing.editor().lend(borrower);
    }

    @Override
    public boolean takesNews() {
        return editing.editor().isReading();
    }

    @Override
    public void tell(List<String> headlines) {
        screen.sayAbove(headlines);
    }

    @Override
    public void bear(ConnectionException loss, Reconnection reconnection) throws ConnectionException {
        Editor editor = editing.editor();
        editor.resume();
        screen.sayAside(reconnection.why() + "; trying to get it back (Ctrl-D leaves)");
        helped.ifPresent(all -> all.assistance().keepDraft());
        CompletableFuture<Void> back = reconnection.begin(sentence -> editor.printAbove(sentence));
        back.thenRun(editor::suspend);
        prompt().waitFor(back, () -> screen.sayAside("There is no connection yet"));
        screen.sayAside("Connected again");
    }

    @Override
    public Console over(Connection next) {
        return new TerminalConsole(editing, next, person);
    }

    @Override
    public void close() {
        helped.ifPresent(all -> {
            all.assistance().close();
            all.prompt().close();
        });
    }

    private static void stop(Editor editor, Ending ending) {
        switch (ending) {
            case Ending.Lost _ -> editor.suspend();
            case Ending.Left _, Ending.Farewell _ -> editor.stop();
        }
    }

    @Override
    public Person person() {
        return person;
    }

    @Override
    public Assistance assistance() {
        return helped.orElseThrow().assistance();
    }

    private CommandPrompt prompt() {
        return helped.orElseThrow().prompt();
    }
}
