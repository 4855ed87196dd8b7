package forum.client.file;

/** Tell that a file on this machine cannot be read or written; the forum has nothing to do with it. */
public final class FileException extends Exception {

    private static final long serialVersionUID = 1;

    /** Say why in one printable sentence for the user. */
    public FileException(String sentence) {
        super(sentence);
    }

    /** Say why in one printable sentence for the user. */
    public FileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
