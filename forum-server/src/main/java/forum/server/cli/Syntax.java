package forum.server.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command takes on its command line, in the order of its help.
 *
 * <p>Arguments are declared, then {@link #read} gives each its value: {@code --data=DIR} or {@code --data DIR}, anywhere;
 * behind {@code --} nothing is an option.
 */
final class Syntax {

    private final String command;
    private final List<String> description;
    private final List<Argument<?>> options = new ArrayList<>();
    private final List<Argument<?>> parameters = new ArrayList<>();
    private final List<String> footer = new ArrayList<>();
    private int required;

    /** What a command line asks for. */
    enum Asked {
        RUN,
        HELP,
        VERSION
    }

    Syntax(String command, String... description) {
        this.command = command;
        this.description = List.of(description);
    }

    /** Take an option that is there or not. */
    Argument<Boolean> flag(String name, String description) {
        return added(options, new Argument<>(name, Optional.empty(), description, false, false, (_, _) -> true));
    }

    /** Take an option with a value, and one that holds if none is given. */
    <T> Argument<T> option(String name, String label, String description, T standard, Function<String, T> reader) {
        return added(
                options,
                new Argument<>(
                        name, Optional.of(label), description, false, standard, (_, text) -> reader.apply(text)));
    }

    /** Take an option with a number from 0 on. */
    Argument<Integer> count(String name, String description, int standard) {
        return option(name, "N", description + " (" + standard + ")", standard, Values::count);
    }

    /** Take an option with a number of seconds. */
    Argument<Duration> seconds(String name, String description, Duration standard) {
        String described = description + " (" + standard.toSeconds() + ")";
        return option(name, "N", described, standard, text -> Duration.ofSeconds(Values.count(text)));
    }

    /** Take an option that has no value unless one is given. */
    <T> Argument<Optional<T>> option(String name, String label, String description, Function<String, T> reader) {
        return added(
                options,
                new Argument<>(
                        name,
                        Optional.of(label),
                        description,
                        false,
                        Optional.empty(),
                        (_, text) -> Optional.of(reader.apply(text))));
    }

    /** Take an option with a number of bytes. */
    Argument<Size> size(String name, String description, long standard) {
        Size size = new Size(standard);
        return option(name, "SIZE", description + " (" + size + ")", size, Size::parse);
    }

    /** Take an option as often as it is given. */
    <T> Argument<List<T>> repeatable(String name, String label, String description, Function<String, T> reader) {
        return added(
                options, new Argument<>(name, Optional.of(label), description, true, List.<T>of(), (before, text) -> {
                    List<T> all = new ArrayList<>(before);
                    all.add(reader.apply(text));
                    return List.copyOf(all);
                }));
    }

    /** Take a parameter that must be given; its value until then is of no meaning. */
    <T> Argument<T> parameter(String name, String description, T standard, Function<String, T> reader) {
        required++;
        return added(
                parameters,
                new Argument<>(name, Optional.empty(), description, false, standard, (_, text) -> reader.apply(text)));
    }

    /** Take a parameter that may be left out, as may all that follow. */
    Argument<Optional<String>> optionalParameter(String name, String description) {
        return added(
                parameters,
                new Argument<>(
                        "[" + name + "]",
                        Optional.empty(),
                        description,
                        false,
                        Optional.empty(),
                        (_, text) -> Optional.of(text)));
    }

    /** End the help with these lines. */
    void footer(String... lines) {
        Collections.addAll(footer, lines);
    }

    /**
     * Read a command line.
     *
     * @throws WrongUsage if it is not of this syntax
     */
    Asked read(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        int place = 0;
        boolean onlyParameters = false;
        while (!left.isEmpty()) {
            String next = left.remove();
            if (onlyParameters || !next.startsWith("-") || isNumber(next)) {
                parameter(place++, next).take(next);
            } else {
                switch (next) {
                    case "--" -> onlyParameters = true;
                    case "-h", "--help" -> {
                        return Asked.HELP;
                    }
                    case "-V", "--version" -> {
                        return Asked.VERSION;
                    }
                    default -> takeOption(next, left);
                }
            }
        }
        if (place < required) {
            throw new WrongUsage(parameters.get(place).name() + " is missing");
        }
        return Asked.RUN;
    }

    private Argument<?> parameter(int place, String given) {
        if (place == parameters.size()) {
            throw new WrongUsage("There is one argument too many, '" + given + "'");
        }
        return parameters.get(place);
    }

    private void takeOption(String given, Deque<String> left) {
        int equals = given.indexOf('=');
        String name = equals < 0 ? given : given.substring(0, equals);
        Argument<?> option = options.stream()
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("There is no option " + name));
        if (!option.takesValue()) {
            if (equals >= 0) {
                throw new WrongUsage(name + " takes no value");
            }
            option.take("");
        } else if (equals >= 0) {
            option.take(given.substring(equals + 1));
        } else if (left.isEmpty()) {
            throw new WrongUsage(name + " wants a value, as in " + option.shown());
        } else {
            option.take(left.remove());
        }
    }

    /** A number below zero is a bad value, not an unknown option. */
    private static boolean isNumber(String given) {
        return given.length() > 1 && given.chars().skip(1).allMatch(Character::isDigit);
    }

    /** Give the help. */
    String help() {
        return new Help(command, description, options, parameters, footer).text();
    }

    private static <T> Argument<T> added(List<Argument<?>> to, Argument<T> argument) {
        to.add(argument);
        return argument;
    }
}
