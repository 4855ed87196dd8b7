package forum.client.terminal;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.client.catalogue.Catalogue;
import forum.client.file.Folder;
import forum.client.known.Known;
import forum.client.known.Numbers;
import forum.client.known.Visits;
import forum.client.line.Invocation;
import forum.client.line.LineParser;
import forum.client.net.Address;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.net.Request;
import forum.client.reply.Content;
import forum.client.reply.Entry;
import forum.client.reply.Units;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/** Take commands from the user who is logged in, with all that helps to give them. */
final class CommandPrompt implements AutoCloseable {

    private final Place place;
    private final Screen screen;
    private final Input input;
    private final Catalogue catalogue;
    private final Help help;
    private final Memory memory;
    private final Visits visits;
    private final NewsBoard news;
    private final Asking asking;
    private final AttributedString prompt;

    /** Where commands are taken. */
    record Place(Connection connection, Editor editor, Screen screen, Title title, Input input, Folder folder) {}

    private CommandPrompt(
            Place place,
            Catalogue catalogue,
            Memory memory,
            Visits visits,
            NewsBoard news,
            Asking asking,
            AttributedString prompt) {
        this.place = place;
        this.screen = place.screen();
        this.input = place.input();
        this.catalogue = catalogue;
        this.help = new Help(catalogue);
        this.memory = memory;
        this.visits = visits;
        this.news = news;
        this.asking = asking;
        this.prompt = prompt;
    }

    /** Teach the editor the commands, and begin to listen to the news. */
    static CommandPrompt begin(
            String user,
            Catalogue catalogue,
            Place place,
            Memory memory,
            Units units,
            Map<String, String> environment) {
        Editor editor = place.editor();
        Palette palette = place.screen().palette();
        Catalogue all = OwnWords.with(catalogue);
        LineParser parser = new LineParser(all);
        Known known = new Known(place.connection(), catalogue);
        Numbers numbers = memory.numbers();
        PathCompletion paths = new PathCompletion(place.folder());
        ForumCompleter completer = new ForumCompleter(all, parser, known, numbers, units, paths);
        if (!palette.hasColours()) {
            editor.withoutColours();
        }
        editor.beQuiet();
        editor.setParser(new CompletionParser(parser));
        editor.setCompleter(completer);
        editor.highlightCommandsBy(new LineHighlighter(parser, known, completer, palette));
        Address address = place.connection().address();
        Path home = place.folder().home();
        editor.remember(StateFiles.history(address, environment, home), new PrivateHistory(parser));
        Visits visits = Visits.of(StateFiles.visits(address, environment, home));
        NewsBoard news = new NewsBoard(editor, known, memory, palette, user);
        editor.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            news.flush();
            return true;
        });
        AttributedString prompt = Palette.styled(palette.strong(), Printable.line(user) + "> ");
        Asking asking = new Asking(parser, known, numbers, TextEditor.of(environment), place.input(), prompt);
        subscribe(place.connection(), user, news);
        place.title().show(user + "@" + address.host() + " - forum");
        return new CommandPrompt(place, catalogue, memory, visits, news, asking, prompt);
    }

    Help help() {
        return help;
    }

    Asking asking() {
        return asking;
    }

    /** Ask for a command for the forum; those for the client itself are carried out meanwhile. */
    Optional<String> askCommand(boolean lost) throws ConnectionException {
        if (lost) {
            screen.say(catalogue.invitation());
        }
        Optional<String> line = input.command(prompt);
        while (line.isPresent() && isOurs(line.get().strip())) {
            line = input.command(prompt);
        }
        return line;
    }

    /** Let the user go on typing until the connection is back. */
    void waitFor(CompletableFuture<Void> back) throws ConnectionException {
        while (!back.isDone()) {
            Optional<String> line = input.offline(prompt);
            if (!back.isDone()) {
                place.editor().keep(line.orElseThrow(() -> new ConnectionException(new Ending.Left())));
                screen.sayAside("There is no connection yet");
            }
        }
    }

    void show(Invocation invocation, Content content) {
        String thread = invocation.value(Kind.THREAD).orElse("");
        screen.show(content, visits.last(thread));
        if (content instanceof Content.Entries entries) {
            saw(thread, entries.entries());
        }
        if (content instanceof Content.Refusal) {
            keepDraft();
        } else {
            asking.sent();
        }
    }

    @Override
    public void close() {
        news.close();
        place.title().close();
        keepDraft();
    }

    /** Do what the client does itself; false for all else. */
    private boolean isOurs(String line) {
        String word = line.startsWith(OwnWords.QUESTION)
                ? OwnWords.QUESTION
                : line.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        if (catalogue.find(word).isPresent()) {
            return false;
        }
        switch (word) {
            case OwnWords.HELP, OwnWords.QUESTION ->
                help.about(line.substring(word.length()).strip()).forEach(screen::say);
            case OwnWords.MUTE, OwnWords.UNMUTE -> memory.mute(word.equals(OwnWords.MUTE));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void saw(String thread, List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof Entry.Message message) {
                memory.numbers().saw(thread, message.number(), message.id());
            }
        }
        entries.stream().mapToLong(Painter::id).max().ifPresent(last -> visits.visited(thread, last));
    }

    private void keepDraft() {
        asking.keep().ifPresent(file -> screen.say("Your text is kept in " + file));
    }

    private static void subscribe(Connection connection, String user, NewsBoard news) {
        connection.listen(news);
        connection.send(Request.of("SUBSCRIBE", "threads"));
        connection.send(Request.of("SUBSCRIBE", "user:" + user));
        connection.send(Request.of("PSUBSCRIBE", "thread:*"));
    }
}
