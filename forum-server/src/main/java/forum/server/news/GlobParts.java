package forum.server.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A glob, taken apart.
 *
 * @param beginning what stands for itself before the first special character
 * @param places what each character after it must be
 * @param stars the places before which any number of characters may stand, a bit each
 * @param length how many characters the pattern has after its beginning
 */
record GlobParts(String beginning, List<Place> places, long stars, int length) {

    private record Span(int from, int to) {}

    /** What one character must be: in one of the spans, or in none. */
    record Place(List<Span> spans, boolean not) {

        private static Place of(char c) {
            return new Place(List.of(new Span(c, c)), false);
        }

        private boolean takes(int c) {
            return spans.stream().anyMatch(span -> span.from <= c && c <= span.to) != not;
        }

        /** Name the characters from which on it is another answer. */
        void addBounds(Set<Integer> bounds) {
            for (Span span : spans) {
                bounds.add(span.from);
                bounds.add(span.to + 1);
            }
        }
    }

    static GlobParts of(String pattern) {
        StringBuilder beginning = new StringBuilder();
        int p = 0;
        while (p < pattern.length() && "*?[".indexOf(pattern.charAt(p)) < 0) {
            p = afterEscape(pattern, p);
            beginning.append(pattern.charAt(p++));
        }
        int length = pattern.length() - p;
        List<Place> places = new ArrayList<>();
        long stars = 0;
        while (p < pattern.length()) {
            switch (pattern.charAt(p)) {
                case '*' -> stars |= 1L << places.size();
                case '?' -> places.add(new Place(List.of(), true));
                case '[' -> p = readClass(pattern, p + 1, places);
                default -> {
                    p = afterEscape(pattern, p);
                    places.add(Place.of(pattern.charAt(p)));
                }
            }
            p++;
        }
        return new GlobParts(beginning.toString(), places, stars, length);
    }

    /** List the places that take a character, a bit each. */
    long takers(int c) {
        long takers = 0;
        for (int i = 0; i < places.size(); i++) {
            takers |= places.get(i).takes(c) ? 1L << i : 0;
        }
        return takers;
    }

    /** Go to the character that stands for itself; a backslash at the end does. */
    private static int afterEscape(String pattern, int p) {
        return pattern.charAt(p) == '\\' && p + 1 < pattern.length() ? p + 1 : p;
    }

    /** Read a class up to its bracket, and tell where that is; one that does not end goes to the pattern's end. */
    private static int readClass(String pattern, int begin, List<Place> places) {
        int bracket = pattern.indexOf(']', begin);
        int end = bracket < 0 ? pattern.length() : bracket;
        boolean not = begin < end && pattern.charAt(begin) == '^';
        List<Span> spans = new ArrayList<>();
        for (int i = not ? begin + 1 : begin; i < end; i++) {
            char from = pattern.charAt(i);
            if (i + 2 < end && pattern.charAt(i + 1) == '-') {
                i += 2;
            }
            char to = pattern.charAt(i);
            spans.add(new Span(Math.min(from, to), Math.max(from, to)));
        }
        places.add(new Place(spans, not));
        return end;
    }
}
