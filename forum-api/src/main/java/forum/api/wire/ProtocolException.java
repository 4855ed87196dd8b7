package forum.api.wire;

import java.io.IOException;

/** Tell that the other side broke the rules of the wire; the connection cannot go on. */
public final class ProtocolException extends IOException {

    private static final long serialVersionUID = 1;

    /** Say in one sentence which rule was broken. */
    public ProtocolException(String message) {
        super(message);
    }
}
