package forum.client.terminal;

import forum.client.catalogue.Command;
import forum.client.catalogue.Parameter;
import forum.client.line.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Show what may follow a line that is being typed. */
final class Hints {

    private Hints() {}

    /** Give the rest of the usage, or nothing. */
    static String of(Position position) {
        Optional<Command> command = position.scan().command();
        if (command.isEmpty()) {
            return "";
        }
        List<Parameter> parameters = command.get().parameters();
        if (position.inCommand()) {
            return usage(parameters, true);
        }
        if (position.parameter().isEmpty()) {
            return "";
        }
        int current = parameters.indexOf(position.parameter().get());
        boolean begun = !position.word().isEmpty();
        return usage(parameters.subList(current + (begun ? 1 : 0), parameters.size()), begun);
    }

    private static String usage(List<Parameter> parameters, boolean spaceBefore) {
        return parameters.stream()
                .map(Parameter::usage)
                .collect(Collectors.joining(" ", spaceBefore && !parameters.isEmpty() ? " " : "", ""));
    }
}
