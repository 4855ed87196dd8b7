package forum.examples.who;

import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Reply;
import forum.api.command.Reply.Column;
import forum.api.command.Reply.Column.Kind;
import forum.api.command.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code WHO}: who is online, since when, idle for how long. */
public final class Who implements CommandHandler {

    private static final CommandSpec SPEC = CommandSpec.of(
            "WHO",
            "List who is online, since when and idle for how long",
            new Reply.Table(
                    List.of(
                            new Column("user", Kind.USER),
                            new Column("since", Kind.TIME),
                            new Column("idle", Kind.SECONDS)),
                    "Online now:",
                    "Nobody is online"));

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        Instant now = context.clock().instant();
        List<List<?>> rows = context.online().stream()
                .<List<?>>map(o -> List.of(o.user(), o.since(), Duration.between(o.active(), now)))
                .toList();
        return new Outcome.Table(rows);
    }
}
