package forum.client.catalogue;

import forum.api.command.Reply;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Describe a command of the server.
 *
 * @param name its word, upper case
 * @param summary what it does, in one sentence
 * @param origin what brought it: a module or jar
 * @param ofForum whether it is one of the forum's own, of which docs/protocol.md tells in which order they check
 * @param parameters its arguments, in order
 * @param reply the shape of what it answers
 */
public record Command(
        String name, String summary, String origin, boolean ofForum, List<Parameter> parameters, Reply reply) {

    /** Keep a copy. */
    public Command {
        parameters = List.copyOf(parameters);
    }

    /** Tell how many arguments it takes at least. */
    public int required() {
        return (int) parameters.stream().filter(p -> !p.optional()).count();
    }

    /** Tell whether one of its arguments is a password. */
    public boolean takesSecret() {
        return parameters.stream().anyMatch(p -> p.kind().isSecret());
    }

    /** Show how it is used, in one line. */
    public String usage() {
        return parameters.stream().map(p -> " " + p.usage()).collect(Collectors.joining("", name, ""));
    }

    /** Say that it was given too few or too many arguments, as the server does. */
    public String incorrectSyntax() {
        return "Incorrect syntax for " + name;
    }
}
