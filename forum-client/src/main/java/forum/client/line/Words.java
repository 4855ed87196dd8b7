package forum.client.line;

/**
 * Take words from a line, from left to right.
 *
 * <p>Words stand between spaces and tabs and mean themselves, but for the name of a file, which may hold spaces: it can
 * stand in quotes of either kind, or have a backslash before a space, a quote or a backslash.
 */
final class Words {

    private final String line;
    private int at;

    Words(String line) {
        this.line = line;
    }

    /** Tell how much of the line was taken. */
    int at() {
        return at;
    }

    /** Go to the next word. */
    void skipSpace() {
        while (at < line.length() && isSpace(line.charAt(at))) {
            at++;
        }
    }

    /** Take a word as it stands. */
    String next() {
        int from = at;
        while (at < line.length() && !isSpace(line.charAt(at))) {
            at++;
        }
        return line.substring(from, at);
    }

    /** Take the name of a file, without its quotes and backslashes. */
    String nextFile() {
        char quote = at < line.length() ? line.charAt(at) : ' ';
        return quote == '"' || quote == '\'' ? quoted(quote) : escaped();
    }

    /** Take all that is left, behind the one space that ends the word before it. */
    String rest() {
        String rest = line.substring(Math.min(line.length(), at + 1));
        at = line.length();
        return rest;
    }

    private String quoted(char quote) {
        StringBuilder word = new StringBuilder();
        for (at++; at < line.length() && line.charAt(at) != quote; at++) {
            if (line.charAt(at) == '\\' && quote == '"' && isEscapable(at + 1)) {
                at++;
            }
            word.append(line.charAt(at));
        }
        at = Math.min(line.length(), at + 1);
        return word.toString();
    }

    private String escaped() {
        StringBuilder word = new StringBuilder();
        for (; at < line.length() && !isSpace(line.charAt(at)); at++) {
            if (line.charAt(at) == '\\' && isEscapable(at + 1)) {
                at++;
            }
            word.append(line.charAt(at));
        }
        return word.toString();
    }

    private boolean isEscapable(int index) {
        return index < line.length() && " \t\"'\\".indexOf(line.charAt(index)) >= 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
