package forum.client;

import forum.client.dialogue.Console;
import forum.client.file.Folder;
import forum.client.net.Connection;

/** Offer the place from which somebody uses the client: a terminal, or a pipe. */
interface Seat extends AutoCloseable {

    /** Begin to talk about a connection. */
    Console console(Connection connection, Folder folder);

    /** Leave the place as it was found. */
    @Override
    default void close() {}
}
