package forum.testkit.command;

import forum.api.Upload;
import forum.api.command.CommandSpec;
import forum.api.command.Parameter;
import forum.api.command.Parameter.Kind;
import forum.api.command.Request;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Arguments, counted and parsed as a spec says. */
final class BenchRequest implements Request {

    private final CommandSpec spec;
    private final Map<String, Object> values = new HashMap<>();

    private BenchRequest(CommandSpec spec) {
        this.spec = spec;
    }

    /** Parse what stands before a local file; empty if that is a syntax error. */
    static Optional<BenchRequest> of(CommandSpec spec, List<String> arguments) {
        List<String> joined = joined(spec, arguments);
        BenchRequest request = new BenchRequest(spec);
        for (int i = 0; i < joined.size() && i < spec.parameters().size(); i++) {
            Parameter<?> parameter = spec.parameters().get(i);
            if (parameter.kind() != Kind.LOCAL_FILE) {
                Optional<?> value = parameter.parse(joined.get(i).getBytes(StandardCharsets.UTF_8));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                request.values.put(parameter.name(), value.get());
            }
        }
        return Optional.of(request);
    }

    BenchRequest with(Upload upload) {
        values.put(spec.parameters().getLast().name(), upload);
        return this;
    }

    @Override
    public <T> T value(Parameter<T> parameter) {
        return optional(parameter)
                .orElseThrow(() -> new IllegalArgumentException(parameter.name() + " may be left out, and was"));
    }

    @Override
    public <T> Optional<T> optional(Parameter<T> parameter) {
        if (spec.parameters().stream().noneMatch(p -> p.name().equals(parameter.name()))) {
            throw new IllegalArgumentException(spec.name() + " has no parameter " + parameter.name());
        }
        return Optional.ofNullable(values.get(parameter.name())).map(parameter.type()::cast);
    }

    private static List<String> joined(CommandSpec spec, List<String> arguments) {
        int last = spec.maxArguments() - 1;
        if (!spec.takesRest() || arguments.size() <= last) {
            return arguments;
        }
        return Stream.concat(
                        arguments.subList(0, last).stream(),
                        Stream.of(String.join(" ", arguments.subList(last, arguments.size()))))
                .toList();
    }
}
