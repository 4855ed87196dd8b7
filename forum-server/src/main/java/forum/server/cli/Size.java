package forum.server.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, as an operator writes it: {@code 4096}, {@code 512K}, {@code 64M}, {@code 4G}.
 *
 * @param bytes how many
 */
record Size(long bytes) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12})([KMG]?)");

    /** Read it. */
    static Size parse(String given) {
        Matcher written = WRITTEN.matcher(given.toUpperCase(Locale.ROOT));
        if (written.matches() && Long.parseLong(written.group(1)) <= Long.MAX_VALUE >> shift(written.group(2))) {
            return new Size(Long.parseLong(written.group(1)) << shift(written.group(2)));
        }
        throw new IllegalArgumentException("'" + given + "' is no number of bytes, such as 65536, 64K, 64M or 4G");
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
    }

    @Override
    public String toString() {
        for (int shift = 30; shift > 0 && bytes > 0; shift -= 10) {
            if (bytes % (1L << shift) == 0) {
                return (bytes >> shift) + " KMG".substring(shift / 10, shift / 10 + 1);
            }
        }
        return Long.toString(bytes);
    }
}
