package forum.server.connection;

import java.io.IOException;

/** Serve a word of the session itself: not a command of the forum, but of the protocol. */
@FunctionalInterface
interface SessionWord {

    /** Answer it. */
    void serve(Words arguments, Conversation conversation) throws IOException;
}
