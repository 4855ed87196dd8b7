package forum.api;

import java.util.Optional;
import java.util.function.LongToIntFunction;

/**
 * Select entries of a thread, both bounds inclusive, as Redis's {@code LRANGE} does.
 *
 * <p>A range never fails: what lies outside the thread is left out.
 *
 * @param first the first entry wanted
 * @param last the last entry wanted
 */
public record Range(Bound first, Bound last) {

    /** All entries. */
    public static final Range ALL = new Range(new Index(0), new Index(-1));

    private static final int MOST_DIGITS = 19;
    private static final int MOST_ID_DIGITS = 18;

    /** An end of a range. */
    public sealed interface Bound {

        /**
         * Read {@code 12}, {@code -50} or {@code #id}.
         *
         * @return empty for all else
         */
        static Optional<Bound> parse(String text) {
            boolean id = text.startsWith("#");
            if (!hasDigits(text, id || text.startsWith("-") ? 1 : 0, id ? MOST_ID_DIGITS : MOST_DIGITS)) {
                return Optional.empty();
            }
            try {
                long value = Long.parseLong(id ? text.substring(1) : text);
                return Optional.of(id ? new Id(value) : new Index(value));
            } catch (NumberFormatException tooLarge) {
                return Optional.empty();
            }
        }
    }

    /** Tell whether there is nothing but digits from a place on, some but not too many. */
    private static boolean hasDigits(String text, int from, int most) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from && text.length() <= from + most;
    }

    /**
     * A position.
     *
     * @param value counted from 0, or from the end if negative (-1 is the last entry)
     */
    public record Index(long value) implements Bound {}

    /** The entry with this id, or the nearest inside the range where it is gone. */
    public record Id(long value) implements Bound {}

    /**
     * Find where the range begins.
     *
     * @param size the number of entries
     * @param below how many of them have an id less than the given one
     * @return the position of the first entry wanted, 0 to size
     */
    public int from(int size, LongToIntFunction below) {
        return switch (first) {
            case Index(long value) -> clamp(value < 0 ? value + size : value, size);
            case Id(long value) -> below.applyAsInt(value);
        };
    }

    /**
     * Find where the range ends.
     *
     * @param size the number of entries
     * @param below how many of them have an id less than the given one
     * @return the position behind the last entry wanted, not less than {@link #from}, at most size
     */
    public int to(int size, LongToIntFunction below) {
        int end = switch (last) {
            case Index(long value) -> clamp((value < 0 ? value + size : Math.min(value, size)) + 1, size);
            case Id(long value) -> value == Long.MAX_VALUE ? size : below.applyAsInt(value + 1);
        };
        return Math.max(from(size, below), end);
    }

    private static int clamp(long position, int size) {
        return Math.clamp(position, 0, size);
    }
}
