package forum.commands;

import forum.api.Name;
import forum.api.Range;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code RDT thread [first [last]]}. */
public final class ReadThread implements CommandHandler {

    private static final Parameter<Name> THREAD = Parameter.thread("thread");
    private static final Parameter<Range.Bound> FIRST =
            Parameter.position("first").optional();
    private static final Parameter<Range.Bound> LAST =
            Parameter.position("last").optional();
    private static final CommandSpec SPEC = CommandSpec.of(
            "RDT",
            "Read a thread, or a part of it",
            new Reply.Entries("Thread {thread} is empty"),
            THREAD,
            FIRST,
            LAST);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        Name thread = request.value(THREAD);
        Range range = new Range(
                request.optional(FIRST).orElse(Range.ALL.first()),
                request.optional(LAST).orElse(Range.ALL.last()));
        return Outcome.of(
                context.forum().read(thread, range),
                page -> new Outcome.Entries(page).logged("Thread " + thread + " read"));
    }
}
