package forum.server.news;

/**
 * A pattern of channels, as Redis's {@code PSUBSCRIBE} takes it: {@code *}, {@code ?}, {@code [a-z]}, {@code [^a]} and
 * {@code \} before a character that stands for itself.
 *
 * <p>Takes at most pattern times text steps, whatever the pattern: strangers choose it.
 *
 * @see <a href="https://redis.io/docs/latest/commands/psubscribe/">PSUBSCRIBE</a>
 */
record Glob(String pattern) {

    /** Tell whether a text matches as a whole. */
    boolean matches(String text) {
        int p = 0;
        int t = 0;
        int afterStar = -1;
        int retry = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                afterStar = ++p;
                retry = t;
            } else if (p < pattern.length() && matchesOne(p, text.charAt(t))) {
                p = next(p);
                t++;
            } else if (afterStar >= 0) {
                p = afterStar;
                t = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private boolean matchesOne(int p, char c) {
        return switch (pattern.charAt(p)) {
            case '?' -> true;
            case '[' -> matchesClass(p, c);
            case '\\' -> pattern.charAt(Math.min(p + 1, pattern.length() - 1)) == c;
            default -> pattern.charAt(p) == c;
        };
    }

    private boolean matchesClass(int p, char c) {
        int end = next(p) - 1;
        boolean not = p + 1 < end && pattern.charAt(p + 1) == '^';
        boolean found = false;
        for (int i = p + (not ? 2 : 1); i < end; i++) {
            if (i + 2 < end && pattern.charAt(i + 1) == '-') {
                found |= c >= pattern.charAt(i) && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                found |= pattern.charAt(i) == c;
            }
        }
        return found != not;
    }

    /** Find what follows the element that begins here; a class that does not end goes to the end. */
    private int next(int p) {
        return switch (pattern.charAt(p)) {
            case '\\' -> Math.min(p + 2, pattern.length());
            case '[' -> {
                int end = pattern.indexOf(']', p + 1);
                yield end < 0 ? pattern.length() : end + 1;
            }
            default -> p + 1;
        };
    }
}
