package forum.server.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Make names of files from what users typed: one path element each, no two the same on any file system.
 *
 * <p>What is good stays as it is. A leading dot or hyphen, a trailing dot, characters and names that some system forbids, and
 * length are changed; where that, or another's name, makes it ambiguous, {@code ~} and the id follow.
 */
final class FileNames {

    private static final int LONGEST_BYTES = 200;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>\"|?*/\\\\:\\p{Cntrl}]|^[.\\-]|[. ]$");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Set<String> taken = new HashSet<>();

    /** Take a name for what has that id. */
    String take(String wanted, long id) {
        String good = shortened(FORBIDDEN.matcher(wanted).replaceAll("_"));
        if (DEVICE.matcher(good).matches()) {
            good = "_" + good;
        }
        String name = good.equals(wanted) ? good : good + "~" + id;
        for (int i = 2; !taken.add(folded(name)); i++) {
            name = good + "~" + id + (i == 2 ? "" : "~" + i);
        }
        return name;
    }

    private static String shortened(String name) {
        String left = name;
        while (left.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            left = left.substring(0, left.offsetByCodePoints(left.length(), -1));
        }
        return left;
    }

    /** Systems take names for the same that differ in case or in how characters are composed. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
