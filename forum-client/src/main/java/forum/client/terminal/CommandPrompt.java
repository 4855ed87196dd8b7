package forum.client.terminal;

import forum.api.Printable;
import forum.client.catalogue.Catalogue;
import forum.client.file.Folder;
import forum.client.known.Known;
import forum.client.known.StateFiles;
import forum.client.line.LineParser;
import forum.client.net.Address;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.person.Assistance;
import forum.client.person.OwnWords;
import forum.client.person.Person;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jline.utils.AttributedString;

/** Take commands from the user who is logged in, with all that helps to type them. */
final class CommandPrompt implements AutoCloseable {

    private final Editor editor;
    private final Input input;
    private final Assistance assistance;
    private final Title title;
    private final AttributedString prompt;

    /** Take them there. */
    CommandPrompt(String user, Address address, Editor editor, Input input, Palette palette, Assistance assistance) {
        this.editor = editor;
        this.input = input;
        this.assistance = assistance;
        this.title = new Title(editor.getTerminal(), editor.lastWords());
        this.prompt = Palette.styled(palette.strong(), Printable.line(user) + "> ");
        title.show(user + "@" + address.host() + " - forum");
    }

    /** Teach the editor the commands. */
    void teach(Catalogue catalogue, Address address, Person person, Palette palette) {
        LineParser parser = assistance.parser();
        Known known = assistance.known();
        Folder folder = person.folder();
        PathCompletion paths = new PathCompletion(folder);
        ForumCompleter completer = new ForumCompleter(
                OwnWords.with(catalogue), parser, known, person.memory().numbers(), person.units(), paths);
        if (!palette.hasColours()) {
            editor.withoutColours();
        }
        editor.beQuiet();
        editor.setParser(new CompletionParser(parser));
        editor.setCompleter(completer);
        editor.highlightCommandsBy(new LineHighlighter(parser, known, completer, palette));
        Path history = StateFiles.history(address, person.environment(), folder.home());
        editor.remember(history, new PrivateHistory(parser, history));
        editor.beforeFirstKey(assistance::showNews);
    }

    /** Ask for a command for the forum; those for the client itself are carried out meanwhile. */
    Optional<String> ask() throws ConnectionException {
        Optional<String> line = command();
        while (line.isPresent() && assistance.does(line.get())) {
            line = command();
        }
        return line;
    }

    /** A whole line that was pasted brings its end along. */
    private Optional<String> command() throws ConnectionException {
        return input.command(prompt).map(line -> line.replaceFirst("\\R+$", ""));
    }

    /** Let the user change a line; empty when it was cleared. */
    Optional<String> change(String line) throws ConnectionException {
        return input.change(prompt, line);
    }

    /** Let the user go on typing until the connection is back; what is entered meanwhile is not sent. */
    void waitFor(CompletableFuture<Void> back, Runnable notYet) throws ConnectionException {
        while (!back.isDone()) {
            Optional<String> line = input.offline(prompt);
            if (!back.isDone()) {
                editor.keep(line.orElseThrow(() -> new ConnectionException(new Ending.Left())));
                notYet.run();
            }
        }
    }

    @Override
    public void close() {
        title.close();
    }
}
