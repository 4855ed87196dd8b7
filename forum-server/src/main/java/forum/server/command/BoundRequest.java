package forum.server.command;

import forum.api.command.CommandSpec;
import forum.api.command.Parameter;
import forum.api.command.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request whose arguments were found to fit the spec.
 *
 * @param values a value for each parameter, in their order; null where an optional one was left out
 */
record BoundRequest(CommandSpec spec, @Nullable Object[] values) implements Request {

    @Override
    public <T> T value(Parameter<T> parameter) {
        return optional(parameter)
                .orElseThrow(
                        () -> new IllegalArgumentException("No " + parameter.name() + " was given; ask optional()"));
    }

    @Override
    public <T> Optional<T> optional(Parameter<T> parameter) {
        for (int i = 0; i < values.length; i++) {
            Parameter<?> known = spec.parameters().get(i);
            if (known.name().equals(parameter.name()) && known.type() == parameter.type()) {
                return Optional.ofNullable(parameter.type().cast(values[i]));
            }
        }
        throw new IllegalArgumentException(spec.name() + " has no parameter " + parameter.name());
    }
}
