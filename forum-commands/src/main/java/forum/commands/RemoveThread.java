package forum.commands;

import forum.api.Name;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code RMV thread}. */
public final class RemoveThread implements CommandHandler {

    private static final Parameter<Name> THREAD = Parameter.thread("thread");
    private static final CommandSpec SPEC =
            CommandSpec.of("RMV", "Remove a thread of yours with all it holds", new Reply.Line(), THREAD);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        Name thread = request.value(THREAD);
        return Outcome.of(
                context.forum().remove(thread),
                _ -> new Outcome.Line("The thread has been removed").logged("Thread " + thread + " removed"));
    }
}
