package forum.testkit.command;

import forum.api.Forum;
import forum.api.Name;
import forum.api.Refusal;
import forum.api.Text;
import forum.api.Upload;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Online;
import forum.api.command.Outcome;
import forum.api.command.PluginStore;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.testkit.storage.MemoryStorageProvider;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Call a handler without a server, in a forum in memory; arguments are counted and parsed as its spec says. Thread-safe
 * once prepared.
 */
public final class HandlerBench implements AutoCloseable {

    static final String BROKEN = "The storage is broken for a test";

    private final CommandHandler handler;
    private final Path folder;
    private final TestForum forum;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private boolean broken;
    private boolean trusted;

    /** Begin with an empty forum; the folder is the plugin's cache, too. */
    public HandlerBench(CommandHandler handler, Path folder) {
        this.handler = handler;
        this.folder = folder;
        this.forum = new TestForum(new MemoryStorageProvider(), folder);
    }

    /** Give the forum, to prepare it or to look at what the handler did. */
    public TestForum forum() {
        return forum;
    }

    /** List what the handler told users: {@code mike: line}. */
    public List<String> told() {
        return List.copyOf(told);
    }

    /** Let every operation on the forum and the plugin's store throw a {@link StorageException} from now on. */
    public void breakStorage() {
        broken = true;
    }

    /** Trust the handler from now on, as the operator does with {@code --trust}. */
    public void trust() {
        trusted = true;
    }

    /** Call the handler; what does not fit the spec is refused with {@code SYNTAX}. */
    public Outcome call(String user, List<String> arguments) throws Upload.Cut {
        CommandSpec spec = handler.spec();
        Optional<BenchRequest> request = request(arguments, spec.minArguments());
        if (request.isEmpty()) {
            return syntaxError();
        }
        if (spec.takesFile()) {
            byte[] bytes = arguments.getLast().getBytes(StandardCharsets.UTF_8);
            request.get().with(TestUpload.of(arguments.get(arguments.size() - 2), bytes));
        }
        return handler.handle(request.get(), context(user));
    }

    /** Call the handler; what does not fit the spec is refused with {@code SYNTAX}. */
    public Outcome call(String user, String... arguments) throws Upload.Cut {
        return call(user, List.of(arguments));
    }

    /** Call the handler with a file whose sender goes away before the end. */
    public Outcome callCutOff(String user, List<String> arguments) throws Upload.Cut {
        byte[] bytes = arguments.getLast().getBytes(StandardCharsets.UTF_8);
        Upload upload = TestUpload.cut(arguments.get(arguments.size() - 2), bytes);
        return handler.handle(request(arguments, arguments.size()).orElseThrow().with(upload), context(user));
    }

    /** Ask the handler whether it would take the file that is named last. */
    public Outcome ask(String user, List<String> arguments) {
        Optional<BenchRequest> request = request(arguments, handler.spec().minArguments() - 1);
        return request.isEmpty()
                ? syntaxError()
                : handler.ask(request.get(), new Name(arguments.getLast()), context(user));
    }

    /** Give the code of a refusal, or an empty string. */
    public static String code(Outcome outcome) {
        return Shapes.plain(outcome) instanceof Outcome.Refused refused
                ? refused.refusal().code()
                : "";
    }

    @Override
    public void close() {
        forum.close();
    }

    private Optional<BenchRequest> request(List<String> arguments, int atLeast) {
        CommandSpec spec = handler.spec();
        boolean tooMany = arguments.size() > spec.maxArguments() && !spec.takesRest();
        return arguments.size() < atLeast || tooMany ? Optional.empty() : BenchRequest.of(spec, arguments);
    }

    private Outcome syntaxError() {
        return new Outcome.Refused(
                new Refusal("SYNTAX", "Incorrect syntax for " + handler.spec().name()));
    }

    private BenchContext context(String user) {
        Session session = forum.as(user);
        Name name = new Name(user);
        return new BenchContext(
                name,
                broken ? broken(Forum.class) : session,
                trusted ? Optional.of(forum.asUnrestricted(user)) : Optional.empty(),
                broken ? broken(PluginStore.class) : session.store("bench"),
                forum.clock(),
                List.of(new Online(name, forum.clock().instant(), forum.clock().instant())),
                folder,
                (Name to, Text line) -> told.add(to + ": " + line));
    }

    private static <T> T broken(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> {
            throw new StorageException(StorageException.Fault.IO, BROKEN);
        }));
    }
}
