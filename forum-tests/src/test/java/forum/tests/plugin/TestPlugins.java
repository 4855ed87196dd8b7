package forum.tests.plugin;

import forum.api.Name;
import forum.api.Text;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Online;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Reply.Column;
import forum.api.command.Reply.Column.Kind;
import forum.api.command.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Commands that do what the forum's own never do. */
final class TestPlugins {

    private static final Parameter<Name> USER = Parameter.user("user");
    private static final Parameter<Text> TEXT = Parameter.text("text");

    private static final Reply TABLE = new Reply.Table(
            List.of(
                    new Column("text", Kind.TEXT),
                    new Column("number", Kind.NUMBER),
                    new Column("size", Kind.BYTES),
                    new Column("time", Kind.TIME),
                    new Column("lasts", Kind.SECONDS),
                    new Column("user", Kind.USER),
                    new Column("thread", Kind.THREAD)),
            "Everything:",
            "Nothing");

    /** A handler made of a function. */
    private record Plugin(CommandSpec spec, BiFunction<Request, CommandContext, Outcome> work)
            implements CommandHandler {
        @Override
        public Outcome handle(Request request, CommandContext context) {
            return work.apply(request, context);
        }
    }

    private TestPlugins() {}

    static List<CommandHandler> all() {
        return List.of(
                plugin("BUG", new Reply.Line(), TestPlugins::throwSomething),
                plugin("LIE", new Reply.Line(), (_, _) -> new Outcome.Lines(List.of())),
                plugin("ALL", TABLE, TestPlugins::table),
                plugin("NIL", TABLE, (_, _) -> new Outcome.Table(List.of())),
                plugin("ODD", TABLE, (_, _) -> new Outcome.Table(List.of(List.of("too", "few")))),
                plugin(
                        "SAY",
                        new Reply.Lines("", ""),
                        (_, _) -> new Outcome.Lines(List.of(Text.of("one"), Text.of("t\nwo")))),
                plugin("WHOM", new Reply.Lines("", ""), TestPlugins::online),
                plugin("COUNT-UP", new Reply.Line(), TestPlugins::countUp),
                plugin("TELL", new Reply.Line(), TestPlugins::tell, USER, TEXT));
    }

    private static CommandHandler plugin(
            String name, Reply reply, BiFunction<Request, CommandContext, Outcome> work, Parameter<?>... parameters) {
        return new Plugin(CommandSpec.of(name, "Test the server", reply, parameters), work);
    }

    private static Outcome throwSomething(Request request, CommandContext context) {
        throw new IllegalStateException("A bug for a test");
    }

    private static Outcome table(Request request, CommandContext context) {
        return new Outcome.Table(List.of(List.of(
                "a\nb",
                7L,
                1_000_000,
                context.clock().instant(),
                Duration.ofMinutes(2),
                context.user(),
                new Name("a"))));
    }

    private static Outcome online(Request request, CommandContext context) {
        return new Outcome.Lines(context.online().stream()
                .map(Online::user)
                .map(user -> Text.of(user.value()))
                .toList());
    }

    private static Outcome countUp(Request request, CommandContext context) {
        Optional<byte[]> before = context.store().read("count");
        int count = before.map(bytes -> Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII)) + 1)
                .orElse(1);
        byte[] after = Integer.toString(count).getBytes(StandardCharsets.US_ASCII);
        return new Outcome.Line(context.store().replace("count", before, after) ? "Counted " + count : "Too late");
    }

    private static Outcome tell(Request request, CommandContext context) {
        context.tell(request.value(USER), request.value(TEXT));
        return new Outcome.Line("Told");
    }
}
