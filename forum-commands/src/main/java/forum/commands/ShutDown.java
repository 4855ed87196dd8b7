package forum.commands;

import forum.api.Secret;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code SHT password}; the server judges the password. */
public final class ShutDown implements CommandHandler {

    private static final Parameter<Secret> PASSWORD = Parameter.secret("password");
    private static final CommandSpec SPEC = CommandSpec.of("SHT", "Shut the server down", new Reply.End(), PASSWORD);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        return new Outcome.Shutdown(request.value(PASSWORD));
    }
}
