package forum.commands;

import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code XIT}. */
public final class Exit implements CommandHandler {

    private static final CommandSpec SPEC = CommandSpec.of("XIT", "Leave the forum", new Reply.End());

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        return new Outcome.Farewell("Goodbye");
    }
}
