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
        if (spec.parameters().stream()
                .noneMatch(p -> p.name().equals(parameter.name()) && p.type() == parameter.type())) {
            throw new IllegalArgumentException(spec.name() + " has no parameter " + parameter.name());
        }
        return Optional.ofNullable(values.get(parameter.name())).map(parameter.type()::cast);
    }
}
