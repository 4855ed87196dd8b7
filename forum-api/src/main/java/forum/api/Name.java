package forum.api;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Name a user, a thread or a file, exactly as somebody gave the name.
 *
 * <p>A name can be anything: looking for one that could not exist finds nothing. Whether something new may bear it is
 * asked with {@link #flaw}. Names are compared code point by code point, with regard to case.
 *
 * @param value the name as given
 */
public record Name(String value) implements Comparable<Name> {

    /** The longest user name or thread title, in code points. */
    public static final int MAX_CODE_POINTS = 64;

    /** The longest file name, in bytes of UTF-8. */
    public static final int MAX_FILE_BYTES = 255;

    /** What bytes that are no UTF-8 are decoded to; two such names could not be told apart. */
    private static final int NO_UTF_8 = 0xfffd;

    /** Say what a name is for; the rules differ. */
    public enum Kind {
        /** A user: 1 to 64 code points. */
        USER("A user name"),
        /** A thread's title: 1 to 64 code points. */
        THREAD("A thread title"),
        /** A file: 1 to 255 bytes, with spaces inside. */
        FILE("A file name");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }
    }

    /**
     * Tell why nothing of this kind may bear this name.
     *
     * <p>A name is in Unicode's normalization form C, without white space, control or format characters, {@code /},
     * {@code \} and {@code :}, and is neither {@code .} nor {@code ..} (docs/protocol.md, Limits).
     *
     * @return the {@code BADNAME} refusal, or empty when the name is good
     */
    public Optional<Refusal> flaw(Kind kind) {
        if (value.isEmpty()) {
            return flaw(kind, "must not be empty");
        }
        if (kind == Kind.FILE && value.getBytes(StandardCharsets.UTF_8).length > MAX_FILE_BYTES) {
            return flaw(kind, "has at most " + MAX_FILE_BYTES + " bytes");
        }
        if (kind != Kind.FILE && value.codePointCount(0, value.length()) > MAX_CODE_POINTS) {
            return flaw(kind, "has at most " + MAX_CODE_POINTS + " characters");
        }
        if (value.equals(".") || value.equals("..")) {
            return flaw(kind, "cannot be . or ..");
        }
        if (!value.codePoints().allMatch(c -> mayContain(kind, c)) || value.startsWith(" ") || value.endsWith(" ")) {
            return flaw(kind, "cannot contain " + forbidden(kind));
        }
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            return flaw(kind, "must be in Unicode normalization form C");
        }
        return Optional.empty();
    }

    /**
     * Tell why nothing new of this kind may bear this name; what bears it already goes on.
     *
     * <p>Besides what {@link #flaw} says, a new user name does not mix scripts, and no word of a new thread's title
     * does; neither has characters that cannot be seen, and a user name none that are other forms of plain ones. So nobody
     * passes for somebody else (docs/protocol.md, Limits).
     *
     * @return the {@code BADNAME} refusal, or empty when the name is good
     */
    public Optional<Refusal> flawOfNew(Kind kind) {
        return flaw(kind).or(() -> switch (kind) {
            case USER -> flawOfNewUser();
            case THREAD -> flawOfNewTitle();
            case FILE -> Optional.empty();
        });
    }

    private Optional<Refusal> flawOfNewUser() {
        if (Lookalikes.invisible(value)) {
            return flaw(Kind.USER, "cannot contain invisible characters");
        }
        if (Lookalikes.disguised(value)) {
            return flaw(Kind.USER, "cannot contain wide, bold or other forms of plain characters");
        }
        return Scripts.mixed(value) ? flaw(Kind.USER, "cannot mix scripts") : Optional.empty();
    }

    private Optional<Refusal> flawOfNewTitle() {
        if (Lookalikes.invisibleInTitle(value)) {
            return flaw(Kind.THREAD, "cannot contain invisible characters");
        }
        return Scripts.mixedWithinWord(value)
                ? flaw(Kind.THREAD, "cannot mix scripts within a word")
                : Optional.empty();
    }

    @Override
    public int compareTo(Name other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String forbidden(Kind kind) {
        String space = kind == Kind.FILE ? "white space other than inner spaces" : "white space";
        return space + ", control or format characters, / \\ or :";
    }

    private static boolean mayContain(Kind kind, int c) {
        if (c == ' ') {
            return kind == Kind.FILE;
        }
        if (c == NO_UTF_8
                || c == '/'
                || c == '\\'
                || c == ':'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static Optional<Refusal> flaw(Kind kind, String why) {
        return Optional.of(Refusal.badName(kind.noun + " " + why));
    }
}
