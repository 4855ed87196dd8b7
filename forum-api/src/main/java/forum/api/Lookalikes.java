package forum.api;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Tell whether a name has characters that make it look like another: some cannot be seen, others are wide or bold forms
 * of plain letters.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#General_Security_Profile">UTS 39</a>
 */
final class Lookalikes {

    /** What Unicode says to show as nothing, as far as it is not among the format characters; and what is blank. */
    private static final String UNSEEN =
            "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0d\uffa0" + "\\x{e0100}-\\x{e01ef}";

    private static final Pattern INVISIBLE = Pattern.compile("[" + UNSEEN + "\ufe0e\ufe0f]");

    /** A symbol may say whether it is to be shown as text or as a picture. */
    private static final Pattern INVISIBLE_IN_TITLE = Pattern.compile("[" + UNSEEN + "]|(?<!\\p{So})[\ufe0e\ufe0f]");

    private Lookalikes() {}

    /** Tell whether a user's name has something that cannot be seen. */
    static boolean invisible(String name) {
        return INVISIBLE.matcher(name).find();
    }

    /** Tell whether a thread's title has. */
    static boolean invisibleInTitle(String title) {
        return INVISIBLE_IN_TITLE.matcher(title).find();
    }

    /** Tell whether a name has other forms of plain characters. */
    static boolean disguised(String name) {
        return !Normalizer.isNormalized(name, Normalizer.Form.NFKC);
    }
}
