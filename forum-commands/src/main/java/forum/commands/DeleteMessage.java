package forum.commands;

import forum.api.MessageRef;
import forum.api.Name;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code DLT thread message}. */
public final class DeleteMessage implements CommandHandler {

    private static final Parameter<Name> THREAD = Parameter.thread("thread");
    private static final Parameter<MessageRef> MESSAGE = Parameter.message("message");
    private static final CommandSpec SPEC =
            CommandSpec.of("DLT", "Delete a message of yours", new Reply.Line(), THREAD, MESSAGE);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        return Outcome.of(
                context.forum().delete(request.value(THREAD), request.value(MESSAGE)),
                _ -> new Outcome.Line("Message has been deleted"));
    }
}
