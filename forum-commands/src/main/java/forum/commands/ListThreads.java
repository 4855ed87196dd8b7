package forum.commands;

import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code LST}. */
public final class ListThreads implements CommandHandler {

    private static final CommandSpec SPEC = CommandSpec.of(
            "LST", "List the threads", new Reply.Threads("The list of active threads:", "No threads to list"));

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        return new Outcome.Threads(context.forum().threads());
    }
}
