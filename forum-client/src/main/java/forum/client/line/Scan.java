package forum.client.line;

import forum.client.catalogue.Command;
import forum.client.catalogue.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Take a line apart.
 *
 * @param line the line
 * @param from where the command's word begins
 * @param to where it ends
 * @param command the command, if the word is one
 * @param tokens its arguments
 * @param end where the last token, or the command's word, ends; what follows but for spaces is too much
 */
public record Scan(String line, int from, int to, Optional<Command> command, List<Token> tokens, int end) {

    /** Keep a copy. */
    public Scan {
        tokens = List.copyOf(tokens);
    }

    /** Give the command's word as typed; empty when there is none. */
    public String word() {
        return line.substring(from, to);
    }

    /** Tell whether more was typed than the command takes. */
    public boolean hasTooMuch() {
        return command.isPresent() && !line.substring(end).isBlank();
    }

    /** Find the parameter that would come next. */
    public Optional<Parameter> next() {
        return command.map(Command::parameters)
                .filter(parameters -> tokens.size() < parameters.size())
                .map(parameters -> parameters.get(tokens.size()));
    }

    /** Give the command with the arguments that are there. */
    public Invocation invocation(Command found) {
        List<Argument> arguments =
                tokens.stream().map(t -> new Argument(t.parameter(), t.value())).toList();
        return new Invocation(found, arguments);
    }
}
