package greet;

import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** {@code GREET who}: the place to begin. */
public final class GreetCommand implements CommandHandler {

    private static final Parameter<String> WHO = Parameter.word("who");

    private static final CommandSpec SPEC = CommandSpec.of("GREET", "Greet somebody", new Reply.Line(), WHO);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        return new Outcome.Line(context.user() + " greets " + request.value(WHO));
    }
}
