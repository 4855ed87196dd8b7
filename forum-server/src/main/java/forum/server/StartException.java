package forum.server;

/** Tell why a server cannot start; the message is one sentence for the operator. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Say why. */
    public StartException(String message) {
        super(message);
    }

    /** Say why, and what caused it. */
    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
