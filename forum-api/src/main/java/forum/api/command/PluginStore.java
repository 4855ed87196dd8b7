package forum.api.command;

import java.util.List;
import java.util.Optional;

/**
 * Keep a plugin's own state in the forum's storage: keys to bytes, in the same journal and the same backup as the
 * messages.
 *
 * <ul>
 *   <li><b>Whose:</b> each plugin sees only its own keys; a plugin is known by the name of its module, so a renamed module
 *       begins with none.
 *   <li><b>Threading:</b> a call is atomic, and sees what was written before it, by whatever thread or connection. For
 *       a change that depends on what was there, use {@link #replace} in a loop.
 *   <li><b>Durability:</b> what a handler writes is durable before its answer is seen; what a listener writes, soon
 *       after {@link ForumListener#begin} or {@link ForumListener#heard} returns.
 *   <li><b>Failure:</b> {@link forum.api.storage.StorageException}, and nothing has changed; let it pass. A full disk
 *       is answered {@code FULL}.
 *   <li><b>Limits:</b> below. All of it is in memory, too, so it is meant for small state; there may be many keys.
 * </ul>
 */
public interface PluginStore {

    /** The longest key, in bytes of UTF-8; the shortest has one. */
    int MAX_KEY_BYTES = 512;

    /** The largest value, in bytes; an empty one is a value, too. */
    int MAX_VALUE_BYTES = 64 * 1024;

    /** Read the value of a key: a copy; empty if the key is not there. */
    Optional<byte[]> read(String key);

    /**
     * Write the value of a key, over an older one.
     *
     * @throws IllegalArgumentException if the key or the value is too long, or the key is empty
     */
    void write(String key, byte[] value);

    /** Remove a key, if it is there. */
    void remove(String key);

    /**
     * Write the value of a key if its present value is the expected one (empty: if the key is not there).
     *
     * @return whether it was written
     * @throws IllegalArgumentException if the key or the value is too long, or the key is empty
     */
    boolean replace(String key, Optional<byte[]> expected, byte[] value);

    /** List the keys that begin with a prefix, sorted by code points; all of them for an empty one. */
    List<String> keys(String prefix);
}
