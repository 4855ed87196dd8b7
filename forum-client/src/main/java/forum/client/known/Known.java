package forum.client.known;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.api.command.Reply;
import forum.api.wire.WireValue;
import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Fields;
import forum.client.net.Request;
import forum.client.news.Happening;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Know the threads of the forum, and the messages and files of those that are looked at.
 *
 * <p>Which commands answer that, the catalogue tells by the shapes of their replies. News keeps it fresh. Thread-safe;
 * nothing here waits for the server.
 */
public final class Known {

    /** Nobody chooses from more; what a server sends beyond that is not kept. */
    private static final int MOST = 10_000;

    /** Stands before a command that the user has not given (docs/protocol.md, Words of the session). */
    private static final String PEEK = "PEEK";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private static final String LAST_MESSAGES = "-200";
    private static final String LAST = "-1";

    private final Connection connection;
    private final Optional<Command> lister;
    private final Optional<Command> reader;
    private final Cached<Facts.Thread> threads;
    private final Map<String, Cached<Facts.Message>> messages = new ConcurrentHashMap<>();
    private final Map<String, Cached<Facts.File>> files = new ConcurrentHashMap<>();

    /** Know what the server of this catalogue tells. */
    public Known(Connection connection, Catalogue catalogue) {
        this.connection = connection;
        this.lister = catalogue.commands().stream()
                .filter(c -> c.reply() instanceof Reply.Threads && c.required() == 0)
                .findFirst();
        this.reader = catalogue.commands().stream().filter(Known::readsAThread).findFirst();
        this.threads = new Cached<>(this::askThreads);
    }

    /** List the threads, newest activity first. */
    public List<Facts.Thread> threads() {
        return threads.soon();
    }

    /** Tell whether there is a thread of that title; where that is not known there may be. */
    public boolean mayExist(String title) {
        return !threads.isKnown()
                || threads.now().size() == MOST
                || threads.now().stream().anyMatch(t -> t.title().equals(title));
    }

    /** List the last messages of a thread, newest first. */
    public List<Facts.Message> messages(String thread) {
        return messagesOf(thread).soon();
    }

    /** List the files of a thread. */
    public List<Facts.File> files(String thread) {
        return filesOf(thread).soon();
    }

    /**
     * Ask for a message as it is now; this waits.
     *
     * @param message its number or {@code #id}
     */
    public Optional<Facts.Message> message(String thread, String message) throws ConnectionException {
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        List<Facts.Message> found = NUMBER.matcher(message).matches()
                ? entriesAround(thread, Long.parseLong(message))
                : entries(thread, message, message);
        return found.stream()
                .filter(m -> message.equals(Long.toString(m.number())) || message.equals("#" + m.id()))
                .findFirst();
    }

    /**
     * Ask whether a message of somebody else's may be changed, with a text that no message can have: whose it is comes
     * before that (docs/protocol.md, Commands). This waits.
     *
     * @return why not, printable
     */
    public Optional<String> objection(Request change) throws ConnectionException {
        return connection.call(change) instanceof WireValue.Failure failure
                        && failure.code().equals("NOTOWNER")
                ? Optional.of(Printable.line(failure.text()))
                : Optional.empty();
    }

    /** Give the entries among which a message is: files have no number, and all of them may stand before it. */
    private List<Facts.Message> entriesAround(String thread, long number) throws ConnectionException {
        Fields counts = Fields.of(connection.call(Request.of("THREAD", thread)));
        long first = number - 1;
        long last = first + counts.number("files").orElse(0);
        return entries(thread, Long.toString(first), Long.toString(last));
    }

    private List<Facts.Message> entries(String thread, String first, String last) throws ConnectionException {
        Request request = Request.of(PEEK, reader.orElseThrow().name(), thread, first, last);
        return facts(connection.call(request), Known::message);
    }

    /** See that what can stand for a parameter will be known when it is needed. */
    public void prepare(Kind kind, String thread) {
        switch (kind) {
            case THREAD, USER -> threads.now();
            case MESSAGE -> messagesOf(thread).now();
            case ATTACHED_FILE -> filesOf(thread).now();
            case NEW_THREAD, POSITION, LOCAL_FILE, TEXT, NEW_TEXT, NUMBER, SECRET, NEW_SECRET, WORD -> {
                // nothing that the server knows
            }
        }
    }

    /** Take notice of what happened; it is asked for again when it is next needed. */
    public void heard(Happening news) {
        threads.outdate();
        Optional.ofNullable(messages.get(news.thread().orElse(""))).ifPresent(Cached::outdate);
        Optional.ofNullable(files.get(news.thread().orElse(""))).ifPresent(Cached::outdate);
    }

    /** Take notice that anything may have happened. */
    public void outdate() {
        threads.outdate();
        messages.values().forEach(Cached::outdate);
        files.values().forEach(Cached::outdate);
    }

    private Cached<Facts.Message> messagesOf(String thread) {
        return messages.computeIfAbsent(thread, t -> new Cached<>(() -> askMessages(t)));
    }

    private Cached<Facts.File> filesOf(String thread) {
        return files.computeIfAbsent(thread, t -> new Cached<>(() -> askFiles(t)));
    }

    private static boolean readsAThread(Command command) {
        return command.reply() instanceof Reply.Entries
                && command.parameters().stream()
                        .map(p -> p.kind())
                        .toList()
                        .equals(List.of(Kind.THREAD, Kind.POSITION, Kind.POSITION));
    }

    private CompletableFuture<List<Facts.Thread>> askThreads() {
        return lister.map(command -> ask(Request.of(PEEK, command.name()), Known::thread))
                .orElse(nothing())
                .thenApply(all -> all.stream()
                        .sorted(Comparator.comparing(Facts.Thread::active).reversed())
                        .limit(MOST)
                        .toList());
    }

    private CompletableFuture<List<Facts.Message>> askMessages(String thread) {
        return reader.map(command -> ask(Request.of(PEEK, command.name(), thread, LAST_MESSAGES, LAST), Known::message))
                .orElse(nothing())
                .thenApply(all -> all.stream()
                        .filter(m -> m.number() > 0)
                        .limit(MOST)
                        .toList()
                        .reversed());
    }

    private CompletableFuture<List<Facts.File>> askFiles(String thread) {
        return ask(Request.of("FILES", thread), Known::file)
                .thenApply(all -> all.stream().limit(MOST).toList());
    }

    private <T> CompletableFuture<List<T>> ask(Request request, Function<Fields, T> fact) {
        return connection.send(request).thenApply(reply -> facts(reply, fact));
    }

    private static <T> List<T> facts(WireValue reply, Function<Fields, T> fact) {
        return Fields.elements(reply).stream()
                .filter(element -> element instanceof WireValue.Dictionary)
                .map(element -> fact.apply(Fields.of(element)))
                .toList();
    }

    private static <T> CompletableFuture<List<T>> nothing() {
        return CompletableFuture.completedFuture(List.of());
    }

    private static Facts.Thread thread(Fields fields) {
        return new Facts.Thread(
                fields.textOrEmpty("title"),
                fields.textOrEmpty("owner"),
                fields.number("messages").orElse(0),
                fields.number("files").orElse(0),
                Instant.ofEpochMilli(fields.number("active").orElse(0)));
    }

    private static Facts.Message message(Fields fields) {
        return new Facts.Message(
                fields.number("number").orElse(0),
                fields.number("id").orElse(0),
                fields.textOrEmpty("author"),
                fields.textOrEmpty("text"));
    }

    private static Facts.File file(Fields fields) {
        return new Facts.File(
                fields.textOrEmpty("file"),
                fields.textOrEmpty("author"),
                fields.number("size").orElse(0));
    }
}
