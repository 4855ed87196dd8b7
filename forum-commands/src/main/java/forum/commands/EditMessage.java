package forum.commands;

import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Text;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code EDT thread message text}. */
public final class EditMessage implements CommandHandler {

    private static final Parameter<Name> THREAD = Parameter.thread("thread");
    private static final Parameter<MessageRef> MESSAGE = Parameter.message("message");
    private static final Parameter<Text> TEXT = Parameter.newText("text");
    private static final CommandSpec SPEC =
            CommandSpec.of("EDT", "Edit a message of yours", new Reply.Line(), THREAD, MESSAGE, TEXT);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        return Outcome.of(
                context.forum().edit(request.value(THREAD), request.value(MESSAGE), request.value(TEXT)),
                _ -> new Outcome.Line("Message has been edited"));
    }
}
