package forum.server.cli;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * An option or a parameter of a command, and what was given for it.
 *
 * @param <T> what it means
 */
final class Argument<T> {

    private final String name;
    private final Optional<String> label;
    private final String description;
    private final boolean repeatable;
    private final BiFunction<T, String, T> reading;
    private T value;
    private boolean given;

    /**
     * Describe an argument.
     *
     * @param label what stands for its value in the help; empty for an option that has none
     * @param reading makes of the value so far and the text given the value from here on; what it throws as an
     *     IllegalArgumentException is told the operator
     */
    Argument(
            String name,
            Optional<String> label,
            String description,
            boolean repeatable,
            T standard,
            BiFunction<T, String, T> reading) {
        this.name = name;
        this.label = label;
        this.description = description;
        this.repeatable = repeatable;
        this.reading = reading;
        this.value = standard;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    boolean takesValue() {
        return label.isPresent();
    }

    /** Write it as the help does. */
    String shown() {
        return name + label.map(l -> "=" + l).orElse("");
    }

    /** Give what was given, or what holds if nothing was. */
    T value() {
        return value;
    }

    /** Take what was given for it on the command line. */
    void take(String text) {
        if (given && !repeatable) {
            throw new WrongUsage(name + " is given twice");
        }
        given = true;
        try {
            value = reading.apply(value, text);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(name + ": " + e.getMessage());
        }
    }
}
