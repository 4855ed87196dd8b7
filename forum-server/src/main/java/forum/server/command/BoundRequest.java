package forum.server.command;

import forum.api.command.CommandSpec;
import forum.api.command.Parameter;
import forum.api.command.Request;
import java.util.Map;
import java.util.Optional;

/** A request whose arguments were found to fit the spec. */
record BoundRequest(CommandSpec spec, Map<String, Object> values) implements Request {

    @Override
    public <T> T value(Parameter<T> parameter) {
        return optional(parameter)
                .orElseThrow(
                        () -> new IllegalArgumentException("No " + parameter.name() + " was given; ask optional()"));
    }

    @Override
    public <T> Optional<T> optional(Parameter<T> parameter) {
        for (Parameter<?> known : spec.parameters()) {
            if (known.name().equals(parameter.name()) && known.type() == parameter.type()) {
                return Optional.ofNullable(values.get(parameter.name())).map(parameter.type()::cast);
            }
        }
        throw new IllegalArgumentException(spec.name() + " has no parameter " + parameter.name());
    }
}
