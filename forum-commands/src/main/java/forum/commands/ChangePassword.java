package forum.commands;

import forum.api.Secret;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;

/** Serve {@code PWD password new-password}; the server judges the one and keeps the other. */
public final class ChangePassword implements CommandHandler {

    private static final Parameter<Secret> PRESENT = Parameter.secret("password");
    private static final Parameter<Secret> FRESH = Parameter.newSecret("new-password");
    private static final CommandSpec SPEC =
            CommandSpec.of("PWD", "Change your password", new Reply.Line(), PRESENT, FRESH);

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome handle(Request request, CommandContext context) {
        return new Outcome.PasswordChange(request.value(PRESENT), request.value(FRESH));
    }
}
