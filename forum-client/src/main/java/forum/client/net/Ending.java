package forum.client.net;

/** Say how a connection has come to its end. */
public sealed interface Ending {

    /**
     * The server took its leave.
     *
     * @param words its last ones, not yet made printable
     */
    record Farewell(String words) implements Ending {}

    /**
     * Something went wrong.
     *
     * @param sentence what, for the user
     */
    record Lost(String sentence) implements Ending {}

    /** This client closed it. */
    record Left() implements Ending {}
}
