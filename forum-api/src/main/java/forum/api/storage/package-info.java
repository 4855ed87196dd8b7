/**
 * The storage SPI: where a forum is kept. A storage is a {@link java.util.ServiceLoader} provider of
 * {@link forum.api.storage.StorageProvider}.
 *
 * <p>One rule carries durability and speed together: an operation may return before its change is durable, and
 * {@link forum.api.storage.Session#sync} returns once everything that its session was answered is. The server calls it
 * before every write to a socket.
 */
@NullMarked
package forum.api.storage;

import org.jspecify.annotations.NullMarked;
