package forum.api.storage;

import forum.api.Forum;
import forum.api.command.PluginStore;

/**
 * Act in a stored forum as one actor.
 *
 * <ul>
 *   <li><b>Called by</b> the server: one for each connection that is logged in, one for each plugin's listener.
 *   <li><b>Threading:</b> used by one thread at a time; different sessions at once.
 *   <li><b>Lifecycle:</b> left alone when it is no longer needed; holds a few dozen bytes.
 *   <li><b>Failure:</b> {@link StorageException}. An operation that throws has changed nothing. When {@link #sync}
 *       throws, none of what this session was answered since the last successful one can be relied on.
 *   <li><b>Durability:</b> {@link #sync}.
 * </ul>
 */
public interface Session extends Forum {

    /** How many bytes of texts are a few changes. */
    int ROOM = 64 * 1024;

    /** Give a plugin's own part of the storage, whose changes this session's {@link #sync} covers. */
    PluginStore store(String plugin);

    /**
     * Return once everything that this session was answered, read or written, can no longer be lost.
     *
     * <p>Returns at once where that is so already: a reader of a quiet thread waits for nobody.
     */
    void sync();

    /** Tell whether {@link #sync} would return at once and not throw; a storage that cannot tell says no. */
    default boolean isDurable() {
        return false;
    }

    /**
     * Tell whether a few changes would be made without waiting for the disk, {@value #ROOM} bytes of texts at the most; a
     * storage that never waits then says yes.
     */
    default boolean hasRoom() {
        return true;
    }
}
