package forum.client.script;

/** Say how a script went. */
public enum Result {
    /** Everything was done. */
    DONE,
    /** The forum refused a command, or it failed on this machine. */
    REFUSED,
    /** A command was none. */
    MISUSED,
    /** The login was refused. */
    NOT_LOGGED_IN
}
