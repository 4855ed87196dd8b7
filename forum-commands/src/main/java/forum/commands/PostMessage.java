package forum.commands;

import forum.api.Name;
import forum.api.Text;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code MSG thread text}. */
public final class PostMessage implements CommandHandler {

    private static final Parameter<Name> THREAD = Parameter.thread("thread");
    private static final Parameter<Text> TEXT = Parameter.text("text");
    private static final CommandSpec SPEC =
            CommandSpec.of("MSG", "Post a message to a thread", new Reply.Line(), THREAD, TEXT);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        Name thread = request.value(THREAD);
        return Outcome.of(
                context.forum().post(thread, request.value(TEXT)),
                _ -> new Outcome.Line("Message posted to " + thread + " thread"));
    }
}
