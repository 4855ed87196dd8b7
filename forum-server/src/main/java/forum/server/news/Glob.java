package forum.server.news;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A pattern of channels, as Redis's {@code PSUBSCRIBE} takes it: {@code *}, {@code ?}, {@code [a-z]}, {@code [^a]} and
 * {@code \} before a character that stands for itself.
 *
 * <p>Each event is held against each pattern of everybody, and strangers choose the patterns. So all places of the pattern
 * that a text may have come to are followed at once, a bit each, and each character of the text is read once, whatever the
 * pattern.
 *
 * @see <a href="https://redis.io/docs/latest/commands/psubscribe/">PSUBSCRIBE</a>
 */
final class Glob {

    /** How many characters, its beginning that stands for itself aside, a pattern may have; a place is a bit. */
    static final int MOST_PLACES = 63;

    private final String pattern;
    private final String beginning;

    /** The places where any number of characters may stand. */
    private final long stars;

    private final long end;

    /** Where stretches of characters begin that all places treat alike, and the places that take those characters. */
    private final int[] stretches;

    private final long[] takers;

    private Glob(String pattern, GlobParts parts) {
        this.pattern = pattern;
        this.beginning = parts.beginning();
        this.stars = parts.stars();
        this.end = 1L << parts.places().size();
        TreeSet<Integer> bounds = new TreeSet<>();
        bounds.add(0);
        parts.places().forEach(place -> place.addBounds(bounds));
        this.stretches = bounds.stream().mapToInt(Integer::intValue).toArray();
        this.takers = Arrays.stream(stretches).mapToLong(parts::takers).toArray();
    }

    /** Read a pattern; empty if it is too long. */
    static Optional<Glob> of(String pattern) {
        GlobParts parts = GlobParts.of(pattern);
        return parts.length() > MOST_PLACES ? Optional.empty() : Optional.of(new Glob(pattern, parts));
    }

    String pattern() {
        return pattern;
    }

    /** Tell whether a text matches as a whole. */
    boolean matches(CharSequence text) {
        int begin = beginning.length();
        if (text.length() < begin || !beginning.contentEquals(text.subSequence(0, begin))) {
            return false;
        }
        long places = 1;
        for (int i = begin; i < text.length() && places != 0; i++) {
            places = (places & takers(text.charAt(i))) << 1 | places & stars;
        }
        return (places & end) != 0;
    }

    private long takers(char c) {
        int found = Arrays.binarySearch(stretches, c);
        return takers[found >= 0 ? found : -found - 2];
    }
}
