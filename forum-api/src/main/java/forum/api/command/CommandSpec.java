package forum.api.command;

import forum.api.command.Parameter.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Describe a command: all that a server needs to check a request and a client needs to offer, send and show it.
 *
 * <p>Immutable. Made once, as a constant of the handler; what does not fit together is an
 * {@link IllegalArgumentException}, and the server says so at start.
 *
 * @param name the command's word: 2 to 16 upper-case letters, digits and hyphens, a letter first
 * @param summary what it does, one short sentence in the imperative, without a full stop
 * @param reply the shape of what it answers
 * @param parameters what it takes, in order; optional ones come last, and so does the one that takes the rest of the
 *     line or a local file, which is not optional
 */
public record CommandSpec(String name, String summary, Reply reply, List<Parameter<?>> parameters) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9-]{1,15}");

    /** Check that the parts fit together. */
    public CommandSpec {
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(reply);
        require(NAME.matcher(name).matches(), "A command's name is 2 to 16 of A-Z 0-9 -, not '" + name + "'");
        require(!summary.isBlank() && summary.lines().count() == 1, name + " has no summary of one line");
        requireOrder(name, parameters);
    }

    /** Describe a command with its parameters listed. */
    public static CommandSpec of(String name, String summary, Reply reply, Parameter<?>... parameters) {
        return new CommandSpec(name, summary, reply, List.of(parameters));
    }

    /** Tell how many arguments it takes at least; a local file counts as two, name and bytes. */
    public int minArguments() {
        int required = takesFile() ? 1 : 0;
        for (Parameter<?> parameter : parameters) {
            required += parameter.isOptional() ? 0 : 1;
        }
        return required;
    }

    /** Tell how many arguments it takes at most; what goes beyond belongs to a last text, if {@link #takesRest}. */
    public int maxArguments() {
        return parameters.size() + (takesFile() ? 1 : 0);
    }

    /** Tell whether the last parameter is a local file. */
    public boolean takesFile() {
        return lastIs(Kind.LOCAL_FILE);
    }

    /** Tell whether the last parameter is a text, to which further arguments belong. */
    public boolean takesRest() {
        return lastIs(Kind.TEXT) || lastIs(Kind.NEW_TEXT);
    }

    private boolean lastIs(Kind kind) {
        return !parameters.isEmpty() && parameters.getLast().kind() == kind;
    }

    private static void requireOrder(String command, List<Parameter<?>> parameters) {
        Set<String> names = new HashSet<>();
        boolean optional = false;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter<?> parameter = parameters.get(i);
            boolean last = i == parameters.size() - 1;
            require(names.add(parameter.name()), command + " has two parameters named " + parameter.name());
            require(parameter.isOptional() || !optional, command + " has a required parameter after an optional one");
            require(last || !parameter.kind().endsLine(), command + " takes more after " + parameter.name());
            optional = parameter.isOptional();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
