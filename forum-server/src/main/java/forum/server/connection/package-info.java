/** The connections: sockets, requests, and the words that every Redis client knows. */
@NullMarked
package forum.server.connection;

import org.jspecify.annotations.NullMarked;
