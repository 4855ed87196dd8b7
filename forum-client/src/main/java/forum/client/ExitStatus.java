package forum.client;

/** Tell scripts how it went. */
final class ExitStatus {

    /** Everything was done. */
    static final int DONE = 0;

    /** The forum refused a command. */
    static final int REFUSED = 1;

    /** The command line was wrong. */
    static final int USAGE = 2;

    /** There is no connection, or it was lost. */
    static final int NO_CONNECTION = 3;

    /** The login was refused. */
    static final int NO_LOGIN = 4;

    private ExitStatus() {}
}
