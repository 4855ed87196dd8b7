package forum.client.person;

import forum.api.command.Parameter.Kind;
import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.file.FileException;
import forum.client.file.Folder;
import forum.client.known.Known;
import forum.client.known.StateFiles;
import forum.client.known.Visits;
import forum.client.line.Invocation;
import forum.client.line.LineParser;
import forum.client.line.Typed;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Request;
import forum.client.reply.Content;
import forum.client.reply.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Help the user who is logged in over a connection; the same on every terminal. */
public final class Assistance implements AutoCloseable {

    private final Desk desk;
    private final Catalogue catalogue;
    private final Folder folder;
    private final Memory memory;
    private final LineParser parser;
    private final Help help;
    private final Known known;
    private final Visits visits;
    private final NewsBoard news;
    private final Asking asking;

    private Assistance(Desk desk, Person person, Connection connection, String user, Catalogue catalogue) {
        Map<String, String> environment = person.environment();
        this.desk = desk;
        this.catalogue = catalogue;
        this.folder = person.folder();
        this.memory = person.memory();
        this.parser = new LineParser(OwnWords.with(catalogue));
        this.help = new Help(catalogue);
        this.known = new Known(connection, catalogue);
        this.visits = Visits.of(StateFiles.visits(
                connection.address(), environment, person.folder().home()));
        this.news = new NewsBoard(desk, known, memory, user);
        Optional<TextEditor> editor = TextEditor.of(environment, person.folder());
        this.asking = new Asking(desk, user, parser, known, memory.numbers(), editor);
    }

    /** Begin to help that user, and to listen to the news. */
    public static Assistance begin(Desk desk, Person person, Connection connection, String user, Catalogue catalogue) {
        Assistance assistance = new Assistance(desk, person, connection, user, catalogue);
        connection.listen(assistance.news);
        connection.send(Request.of("SUBSCRIBE", "threads"));
        connection.send(Request.of("SUBSCRIBE", "user:" + user));
        connection.send(Request.of("PSUBSCRIBE", "thread:*"));
        return assistance;
    }

    /** Know the forum's threads, for completion. */
    public Known known() {
        return known;
    }

    /** Read lines by the forum's commands and the client's own. */
    public LineParser parser() {
        return parser;
    }

    /** Name the forum's commands. */
    public String invitation() {
        return catalogue.invitation();
    }

    /** Show the news that was held back. */
    public void showNews() {
        news.flush();
    }

    /** Do what the client does itself; false for all else. */
    public boolean does(String typed) {
        String line = typed.strip();
        String word = line.startsWith(OwnWords.QUESTION)
                ? OwnWords.QUESTION
                : line.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        if (catalogue.find(word).isPresent()) {
            return false;
        }
        switch (word) {
            case OwnWords.HELP, OwnWords.QUESTION ->
                help.about(line.substring(word.length()).strip()).forEach(desk::say);
            case OwnWords.MUTE, OwnWords.UNMUTE -> memory.mute(word.equals(OwnWords.MUTE));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Ask for what is missing from a command. */
    public Typed askFor(Typed.Incomplete incomplete) throws ConnectionException, FileException {
        return asking.askFor(incomplete);
    }

    /** Say how a command is used that was given with too few or too many arguments. */
    public void explain(Command command) {
        desk.say(command.incorrectSyntax());
        desk.say("Usage: " + command.usage());
    }

    /** Find the command that somebody may have meant. */
    public void suggestFor(String word) {
        help.nearest(word).ifPresent(near -> desk.say("Did you mean " + near.name() + "?"));
    }

    /** Tell the id of the last entry that the user has seen of a thread, or 0. */
    public long lastSeen(String thread) {
        return visits.last(thread);
    }

    /** Remember what the user was shown, and what became of a text that was written. */
    public void shown(Invocation invocation, Content content) {
        if (content instanceof Content.Entries(var _, List<Entry> entries)) {
            saw(invocation.value(Kind.THREAD).orElse(""), entries);
        }
        if (content instanceof Content.Refusal) {
            keepDraft();
        } else {
            asking.sent();
        }
    }

    /** Tell where a text is that was written and not sent, if there is one. */
    public void keepDraft() {
        asking.keep().ifPresent(file -> desk.say("Your text is kept in " + folder.shown(file)));
    }

    /** Show no more news; a text that was not sent is kept. */
    @Override
    public void close() {
        news.close();
        keepDraft();
    }

    private void saw(String thread, List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof Entry.Message message) {
                memory.numbers().saw(thread, message.number(), message.id());
            }
        }
        entries.stream().mapToLong(Entry::id).max().ifPresent(last -> visits.visited(thread, last));
    }
}
