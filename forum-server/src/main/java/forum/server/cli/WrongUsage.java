package forum.server.cli;

/** What was given on the command line cannot be meant; the message is the one sentence that is said. */
final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
