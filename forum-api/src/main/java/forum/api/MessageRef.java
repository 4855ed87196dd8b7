package forum.api;

import java.util.regex.Pattern;

/** Point at a message of a thread, by its present number or by the id that it keeps for ever. */
public sealed interface MessageRef {

    /**
     * The message that now has this number.
     *
     * @param value counted from 1; others match nothing
     */
    record Number(int value) implements MessageRef {}

    /** The message with this id. */
    record Id(long value) implements MessageRef {}

    /** What can be no message: finds none. */
    record Nowhere() implements MessageRef {}

    /**
     * Read {@code n} or {@code #id}; never fails, because an unknown thread is said before a bad number.
     *
     * @return {@link Nowhere} for all else, and for what no thread could hold
     */
    static MessageRef parse(String text) {
        if (!Digits.REFERENCE.matcher(text).matches()) {
            return new Nowhere();
        }
        if (text.startsWith("#")) {
            return new Id(Long.parseLong(text.substring(1)));
        }
        long number = Long.parseLong(text);
        return number <= Integer.MAX_VALUE ? new Number((int) number) : new Nowhere();
    }

    /** Keep the pattern out of sight. */
    final class Digits {
        private static final Pattern REFERENCE = Pattern.compile("#?[0-9]{1,18}");

        private Digits() {}
    }
}
