package forum.client.terminal;

/** Tell that the user cleared the line with Ctrl-C. */
final class Cleared extends Exception {

    private static final long serialVersionUID = 1;
}
