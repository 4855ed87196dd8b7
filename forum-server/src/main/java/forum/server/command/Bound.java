package forum.server.command;

import forum.api.Name;
import forum.api.Refusal;
import forum.api.command.CommandSpec;
import forum.api.command.Parameter;
import forum.api.command.Parameter.Kind;
import forum.api.command.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request's arguments come to once they are held against a command's spec. */
public sealed interface Bound {

    /** The command is to be done. */
    record Call(Request request) implements Bound {}

    /** The command is asked whether it would take a file. */
    record Ask(Request request, Name file) implements Bound {}

    /** The arguments do not fit. */
    record Refused(Refusal refusal) implements Bound {}

    /** Hold arguments against a spec. */
    static Bound of(CommandSpec spec, Arguments arguments) {
        int count = arguments.count();
        boolean asks = spec.takesFile() && count == spec.minArguments() - 1;
        boolean tooMany = count > spec.maxArguments() && !spec.takesRest();
        if (!asks && (count < spec.minArguments() || tooMany)) {
            return syntax(spec);
        }
        @Nullable Object[] values = new Object[spec.parameters().size()];
        for (int i = 0; i < spec.parameters().size() && i < arguments.values().size(); i++) {
            Parameter<?> parameter = spec.parameters().get(i);
            if (parameter.kind() == Kind.LOCAL_FILE) {
                continue;
            }
            byte[] value = takesRest(parameter)
                    ? arguments.joined(i)
                    : arguments.values().get(i);
            if (value.length > Arguments.LONGEST && isTakenWhole(parameter.kind())) {
                return new Refused(Refusal.tooBig("An argument has at most " + Arguments.LONGEST + " bytes"));
            }
            Optional<?> parsed = parameter.parse(value);
            if (parsed.isEmpty()) {
                return syntax(spec);
            }
            values[i] = parsed.get();
        }
        return spec.takesFile() ? withFile(spec, arguments, values) : new Call(new BoundRequest(spec, values));
    }

    private static Bound withFile(CommandSpec spec, Arguments arguments, @Nullable Object[] values) {
        int last = values.length - 1;
        String name = arguments.text(last);
        if (arguments.body().isEmpty()) {
            return new Ask(new BoundRequest(spec, values), new Name(name));
        }
        values[last] = arguments.body().get().apply(name);
        return new Call(new BoundRequest(spec, values));
    }

    private static boolean takesRest(Parameter<?> parameter) {
        return parameter.kind() == Kind.TEXT || parameter.kind() == Kind.NEW_TEXT;
    }

    private static Bound syntax(CommandSpec spec) {
        return new Refused(new Refusal("SYNTAX", "Incorrect syntax for " + spec.name()));
    }

    /** Tell whether a handler would see a value that was cut; no name, number or text is good at that length. */
    private static boolean isTakenWhole(Kind kind) {
        return kind == Kind.WORD || kind == Kind.SECRET;
    }
}
