package forum.api;

/**
 * Say no to a user: the forum's answer to what cannot be done, with nothing changed.
 *
 * <p>The exact wordings of a forum's operations are made here (docs/protocol.md, Commands). What the user gave is
 * shown through {@link Printable}, so that no refusal can harm a terminal or a log.
 *
 * @param code one upper-case word for programs
 * @param text one sentence for people, on one line
 * @param operator the same for the operator's log, where it differs
 */
public record Refusal(String code, String text, String operator) {

    /** Make text and operator's line printable. */
    public Refusal {
        if (!code.chars().allMatch(c -> c >= 'A' && c <= 'Z') || code.isEmpty()) {
            throw new IllegalArgumentException("A refusal's code is one upper-case word, not '" + code + "'");
        }
        text = Printable.line(text);
        operator = Printable.line(operator);
    }

    /** Refuse with one text for the user and the operator. */
    public Refusal(String code, String text) {
        this(code, text, text);
    }

    /** There is no such thread. */
    public static Refusal noThread(Name thread) {
        return new Refusal("NOTHREAD", "Thread " + thread + " not exists");
    }

    /** A thread of that title is there already. */
    public static Refusal threadExists(Name thread) {
        return new Refusal("EXISTS", "Thread " + thread + " exists");
    }

    /** There is no such message. */
    public static Refusal badNumber() {
        return new Refusal("BADNUMBER", "Invalid message number");
    }

    /** The message is another user's, so it cannot be deleted. */
    public static Refusal notDeletable() {
        return notOwner("The message belongs to another user and cannot be deleted", "Message cannot be deleted");
    }

    /** The message is another user's, so it cannot be edited. */
    public static Refusal notEditable() {
        return notOwner("The message belongs to another user and cannot be edited", "Message cannot be edited");
    }

    /** The thread is another user's, so it cannot be removed. */
    public static Refusal notRemovable(Name thread) {
        return notOwner(
                "The thread was created by another user and cannot be removed",
                "Thread " + thread + " cannot be removed");
    }

    /** The thread has a file of that name. */
    public static Refusal fileExists(Name thread, Name file) {
        return new Refusal("FILEEXISTS", file + " already exist in Thread " + thread);
    }

    /** The thread has no such file. */
    public static Refusal noFile(Name thread) {
        return new Refusal("NOFILE", "File does not exist in Thread " + thread);
    }

    /** Nothing may be called that. */
    public static Refusal badName(String why) {
        return new Refusal("BADNAME", why);
    }

    /** No message may say that. */
    public static Refusal badText(String why) {
        return new Refusal("BADTEXT", why);
    }

    /** It is larger than the forum takes. */
    public static Refusal tooBig(String why) {
        return new Refusal("TOOBIG", why);
    }

    private static Refusal notOwner(String text, String operator) {
        return new Refusal("NOTOWNER", text, operator);
    }
}
