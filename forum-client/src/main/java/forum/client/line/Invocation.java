package forum.client.line;

import forum.api.command.Parameter.Kind;
import forum.client.catalogue.Command;
import forum.client.net.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Give a command with its arguments.
 *
 * @param arguments in the order of the command's parameters; optional ones may be missing at the end
 */
public record Invocation(Command command, List<Argument> arguments) {

    /** Keep a copy. */
    public Invocation {
        arguments = List.copyOf(arguments);
    }

    /** Find the first value that was given for a kind of parameter. */
    public Optional<String> value(Kind kind) {
        return arguments.stream()
                .filter(a -> a.parameter().kind() == kind)
                .map(Argument::value)
                .findFirst();
    }

    /** Give one argument more. */
    public Invocation with(Argument argument) {
        List<Argument> more = new ArrayList<>(arguments);
        more.add(argument);
        return new Invocation(command, more);
    }

    /** Give another value for a kind of parameter. */
    public Invocation with(Kind kind, String value) {
        return new Invocation(
                command,
                arguments.stream()
                        .map(a -> a.parameter().kind() == kind ? new Argument(a.parameter(), value) : a)
                        .toList());
    }

    /** Write it as it could have been typed. */
    public String line() {
        return arguments.stream().map(a -> " " + a.value()).collect(Collectors.joining("", command.name(), ""));
    }

    /** Make it a request, with further arguments at the end. */
    public Request request(String... more) {
        List<String> words = new ArrayList<>();
        words.add(command.name());
        arguments.forEach(a -> words.add(a.value()));
        words.addAll(List.of(more));
        return new Request(words);
    }
}
