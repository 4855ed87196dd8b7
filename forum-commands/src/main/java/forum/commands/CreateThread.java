package forum.commands;

import forum.api.Name;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code CRT thread}. */
public final class CreateThread implements CommandHandler {

    private static final Parameter<Name> THREAD = Parameter.newThread("thread");
    private static final CommandSpec SPEC = CommandSpec.of("CRT", "Create a thread", new Reply.Line(), THREAD);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        Name title = request.value(THREAD);
        return Outcome.of(context.forum().create(title), _ -> new Outcome.Line("Thread " + title + " created"));
    }
}
