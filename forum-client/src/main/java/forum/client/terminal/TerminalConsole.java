package forum.client.terminal;

import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.dialogue.Console;
import forum.client.dialogue.Reconnection;
import forum.client.file.FileException;
import forum.client.file.Folder;
import forum.client.file.Progress;
import forum.client.line.Invocation;
import forum.client.line.Typed;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.reply.Content;
import forum.client.reply.Units;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Terminal;

/** Talk on a terminal: with line editing, completion, history and news. */
public final class TerminalConsole implements Console {

    private final LineEditing editing;
    private final Connection connection;
    private final Folder folder;
    private final Units units;
    private final Map<String, String> environment;
    private final Screen screen;
    private final Input input;
    private final Memory memory;
    private Optional<CommandPrompt> commandPrompt = Optional.empty();

    /** Talk on that terminal, about that connection. */
    public TerminalConsole(
            LineEditing editing, Connection connection, Folder folder, Units units, Map<String, String> environment) {
        this(editing, connection, folder, units, environment, new Memory());
    }

    private TerminalConsole(
            LineEditing editing,
            Connection connection,
            Folder folder,
            Units units,
            Map<String, String> environment,
            Memory memory) {
        this.memory = memory;
        this.editing = editing;
        this.connection = connection;
        this.folder = folder;
        this.units = units;
        this.environment = environment;
        Palette palette = new Palette(environment.getOrDefault("NO_COLOR", "").isEmpty());
        this.screen = new Screen(editing, new Painter(palette, units), palette);
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
        Title title = new Title(screen.terminal());
        CommandPrompt.Place place = new CommandPrompt.Place(connection, editing.editor(), screen, title, input, folder);
        commandPrompt = Optional.of(CommandPrompt.begin(user, catalogue, place, memory, units, environment));
    }

    @Override
    public Optional<String> askCommand(boolean lost) throws ConnectionException {
        return prompt().askCommand(lost);
    }

    @Override
    public Typed askFor(Typed.Incomplete incomplete) throws ConnectionException, FileException {
        return prompt().asking().askFor(incomplete);
    }

    @Override
    public Invocation meant(Invocation typed) {
        return memory.numbers().meant(typed);
    }

    @Override
    public boolean confirms(String question) throws ConnectionException {
        return Console.isYes(ask(question + " [y/N] "));
    }

    @Override
    public Optional<Progress.Watch> watch() {
        return Optional.of((name, onCancel) -> new ProgressLine(screen.terminal(), name, onCancel, System::nanoTime));
    }

    @Override
    public void sayIncorrect(Command command) {
        screen.say(command.incorrectSyntax());
        screen.sayAside("Usage: " + command.usage());
    }

    @Override
    public void sayUnknown(String word) {
        screen.say(INVALID_COMMAND);
        prompt().help().nearest(word).ifPresent(near -> screen.say("Did you mean " + near.name() + "?"));
    }

    @Override
    public void say(String line) {
        screen.say(line);
    }

    @Override
    public void show(Invocation invocation, Content content) {
        prompt().show(invocation, content);
    }

    @Override
    public void bear(ConnectionException loss, Reconnection reconnection) throws ConnectionException {
        Editor editor = editing.editor();
        editor.resume();
        screen.sayAside(reconnection.why() + "; trying to get it back (Ctrl-D leaves)");
        CompletableFuture<Void> back = reconnection.begin(sentence -> editor.printAbove(sentence));
        back.thenRun(editor::suspend);
        prompt().waitFor(back);
        screen.sayAside("Connected again");
    }

    @Override
    public Console over(Connection next) {
        return new TerminalConsole(editing, next, folder, units, environment, memory);
    }

    @Override
    public void close() {
        commandPrompt.ifPresent(CommandPrompt::close);
    }

    private static void stop(Editor editor, Ending ending) {
        switch (ending) {
            case Ending.Lost _ -> editor.suspend();
            case Ending.Left _, Ending.Farewell _ -> editor.stop();
        }
    }

    private CommandPrompt prompt() {
        return commandPrompt.orElseThrow();
    }
}
