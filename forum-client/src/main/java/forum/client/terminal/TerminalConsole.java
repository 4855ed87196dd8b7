package forum.client.terminal;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.dialogue.Console;
import forum.client.file.Folder;
import forum.client.file.Progress;
import forum.client.known.Known;
import forum.client.line.Argument;
import forum.client.line.Invocation;
import forum.client.line.LineParser;
import forum.client.line.Typed;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Request;
import forum.client.reply.Content;
import forum.client.reply.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** Talk on a terminal: with line editing, completion, history and news. */
public final class TerminalConsole implements Console {

    private final LineEditing editing;
    private final Connection connection;
    private final Folder folder;
    private final Map<String, String> environment;
    private final Palette palette;
    private final Units units;
    private final Painter painter;
    private Optional<Commands> commands = Optional.empty();

    /** What there is once somebody is logged in. */
    private record Commands(Catalogue catalogue, Help help, NewsBoard news, AttributedString prompt) {}

    /** Talk on that terminal, about that connection. */
    public TerminalConsole(
            LineEditing editing, Connection connection, Folder folder, Units units, Map<String, String> environment) {
        this.editing = editing;
        this.connection = connection;
        this.folder = folder;
        this.environment = environment;
        this.palette = new Palette(environment.getOrDefault("NO_COLOR", "").isEmpty());
        this.units = units;
        this.painter = new Painter(palette, units);
        editing.whenThere(editor -> {
            editor.getTerminal().handle(Terminal.Signal.INT, _ -> connection.close());
            connection.ended().thenRun(editor::stop);
        });
    }

    @Override
    public Optional<String> ask(String prompt) throws ConnectionException {
        Optional<FirstQuestion> meanwhile = editing.meanwhile();
        return meanwhile.isPresent()
                ? meanwhile.get().ask(prompt, connection)
                : answer(() -> editing.editor().answer(prompt));
    }

    @Override
    public Optional<String> askSecret(String prompt) throws ConnectionException {
        return answer(() -> editing.editor().secret(prompt));
    }

    @Override
    public void begin(String user, Catalogue catalogue) {
        Editor editor = editing.editor();
        LineParser parser = new LineParser(catalogue);
        Known known = new Known(connection, catalogue);
        ForumCompleter completer = new ForumCompleter(catalogue, parser, known, units, new PathCompletion(folder));
        editor.setParser(new CompletionParser(parser));
        editor.setCompleter(completer);
        editor.highlightCommandsBy(new LineHighlighter(parser, known, completer, palette));
        remember(editor, parser);
        NewsBoard news = new NewsBoard(editor, known, palette, user);
        editor.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            news.flush();
            return true;
        });
        AttributedString prompt = Palette.styled(palette.strong(), Printable.line(user) + "> ");
        commands = Optional.of(new Commands(catalogue, new Help(catalogue), news, prompt));
        subscribe(user, news);
        known.prepare(Kind.THREAD, "");
    }

    @Override
    public Optional<String> askCommand(boolean lost) throws ConnectionException {
        Commands known = commands.orElseThrow();
        if (lost) {
            say(known.catalogue().invitation());
        }
        while (true) {
            Optional<String> line = answer(() -> editing.editor().command(known.prompt()));
            if (line.isEmpty() || !isForTheConsole(line.get().strip(), known)) {
                return line;
            }
        }
    }

    @Override
    public Optional<Invocation> askFor(Typed.Incomplete incomplete) throws ConnectionException {
        Invocation given = incomplete.given();
        boolean isLast = given.arguments().size() == given.command().required() - 1;
        if (incomplete.missing().kind() != Kind.SECRET || !isLast) {
            return Optional.empty();
        }
        return askSecret("Enter " + incomplete.missing().name() + ": ")
                .filter(secret -> !secret.isEmpty())
                .map(secret -> given.with(new Argument(incomplete.missing(), secret)));
    }

    @Override
    public boolean confirms(String question) throws ConnectionException {
        return Console.isYes(ask(question + " [y/N] "));
    }

    @Override
    public Optional<Progress.Watch> watch() {
        return Optional.of((name, onCancel) -> new ProgressLine(terminal(), name, onCancel, System::nanoTime));
    }

    @Override
    public void sayIncorrect(Command command) {
        say(command.incorrectSyntax());
        print(List.of(Palette.styled(palette.aside(), "Usage: " + command.usage())));
    }

    @Override
    public void sayUnknown(String word) {
        say(INVALID_COMMAND);
        commands.flatMap(c -> c.help().nearest(word)).ifPresent(near -> say("Did you mean " + near.name() + "?"));
    }

    @Override
    public void say(String line) {
        print(Wrapping.wrap(new AttributedString(line), terminal().getColumns()));
    }

    @Override
    public void show(Content content) {
        print(painter.paint(content, terminal().getColumns()));
    }

    @Override
    public void close() {
        commands.ifPresent(c -> c.news().close());
    }

    /** Do what only this console knows how to do; false for all else. */
    private boolean isForTheConsole(String line, Commands known) {
        String word = line.split("\\s", 2)[0];
        boolean help =
                word.equalsIgnoreCase("help") && known.catalogue().find("help").isEmpty();
        if (help || word.startsWith("?")) {
            String about = line.substring(help ? word.length() : 1).strip();
            known.help().about(about).forEach(this::say);
            return true;
        }
        if (line.equals(":mute") || line.equals(":unmute")) {
            known.news().mute(line.equals(":mute"));
            return true;
        }
        return false;
    }

    private void remember(Editor editor, LineParser parser) {
        PrivateHistory history = new PrivateHistory();
        history.tellSecretsBy(parser);
        editor.setVariable(LineReader.HISTORY_FILE, HistoryFile.of(connection.address(), environment, folder.home()));
        editor.setHistory(history);
    }

    private void subscribe(String user, NewsBoard news) {
        connection.listen(news);
        connection.send(Request.of("SUBSCRIBE", "threads"));
        connection.send(Request.of("SUBSCRIBE", "user:" + user));
        connection.send(Request.of("PSUBSCRIBE", "thread:*"));
    }

    private Terminal terminal() {
        return editing.editor().getTerminal();
    }

    private void print(List<AttributedString> lines) {
        Terminal terminal = terminal();
        lines.forEach(line -> terminal.writer().println(line.toAnsi(terminal)));
        terminal.flush();
    }

    /** Read a line; Ctrl-C begins it again, and the end of the connection is its end. */
    private Optional<String> answer(Reading reading) throws ConnectionException {
        while (true) {
            try {
                Optional<String> line = reading.line();
                if (connection.ended().isDone()) {
                    throw new ConnectionException(connection.ended().join());
                }
                return line;
            } catch (Editor.Cleared cleared) {
                terminal().flush();
            }
        }
    }

    @FunctionalInterface
    private interface Reading {
        Optional<String> line() throws Editor.Cleared;
    }
}
