package forum.server.command;

import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;

/**
 * A command that the server serves.
 *
 * @param spec what it said of itself at start
 * @param handler who serves it
 * @param origin where it came from
 */
public record Registered(CommandSpec spec, CommandHandler handler, Origin origin) {

    /** Tell which argument of a request is a file's bytes, the word itself being 0; 0 if none is. */
    public int bodyArgument() {
        return spec.takesFile() ? spec.maxArguments() : 0;
    }
}
