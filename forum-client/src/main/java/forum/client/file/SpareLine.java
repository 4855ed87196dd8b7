package forum.client.file;

import forum.client.net.Connection;
import java.util.Optional;

/** Offer a second connection for a large upload, which can be cut off without losing the session. */
@FunctionalInterface
public interface SpareLine {

    /** Open it; empty where there can be none. */
    Optional<Connection> open();
}
