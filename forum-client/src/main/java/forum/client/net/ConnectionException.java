package forum.client.net;

import java.io.IOException;

/** Tell that there is no connection, or none any more. */
public sealed class ConnectionException extends IOException permits UntrustedException {

    private static final long serialVersionUID = 1;

    private final transient Ending ending;

    /** Say how it ended. */
    public ConnectionException(Ending ending) {
        super(ending.toString());
        this.ending = ending;
    }

    /** Tell how it ended. */
    public Ending ending() {
        return ending;
    }
}
