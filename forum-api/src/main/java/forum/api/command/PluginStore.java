package forum.api.command;

import java.util.List;
import java.util.Optional;

/**
 * Keep a plugin's own state in the forum's storage: keys to bytes, durable and backed up with the messages.
 *
 * <p>Each plugin sees only its own keys. Calls are atomic; a call sees what was written before it, by whomever. What is
 * written in a command is durable before the command's answer is seen. Meant for small state.
 */
public interface PluginStore {

    /** The longest key, in bytes of UTF-8; the shortest has one. */
    int MAX_KEY_BYTES = 512;

    /** The largest value, in bytes. */
    int MAX_VALUE_BYTES = 64 * 1024;

    /** Read the value of a key. */
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

    /** List the keys that begin with a prefix, sorted. */
    List<String> keys(String prefix);
}
