package forum.client.net;

import java.io.IOException;

/** Tell that there is no connection, or none any more. */
public sealed class ConnectionException extends IOException permits UntrustedException {

    private static final long serialVersionUID = 1;

    private final transient Ending ending;

    /** Say how it ended. */
    public ConnectionException(Ending ending) {
        this.ending = ending;
    }

    /** Made only for who reads it: a record's description takes some milliseconds the first time. */
    @Override
    public String getMessage() {
        return ending.toString();
    }

    /** Tell how it ended. */
    public Ending ending() {
        return ending;
    }
}
