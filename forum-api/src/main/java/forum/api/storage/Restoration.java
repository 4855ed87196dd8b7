package forum.api.storage;

import forum.api.Attachment;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import forum.api.Upload;

/**
 * Fill a new storage with what another one held, with its ids, times, authors and revisions.
 *
 * <ul>
 *   <li><b>Called by</b> whoever reads an export. What is given has been checked: names and texts are good, ids grow
 *       within a thread and are unique, a thread's revision is not less than the number of its changes.
 *   <li><b>Threading:</b> one thread.
 *   <li><b>Lifecycle:</b> the threads in order of creation, each followed by its entries, plugins' state and credentials
 *       at any time; then {@link #commit}, and in any case {@link #close}.
 *   <li><b>Failure:</b> {@link StorageException}; then only {@link #close} is left to do.
 *   <li><b>Durability:</b> all is durable when {@link #commit} returns; before, nothing can be found in the storage's
 *       place.
 * </ul>
 */
public interface Restoration extends AutoCloseable {

    /** Begin a thread; how many messages and files it has is told by what follows. */
    void thread(ForumThread thread);

    /** Add a message to the thread that was begun last; its number is told by its place. */
    void message(Message message);

    /**
     * Attach a file to the thread that was begun last.
     *
     * @throws StorageException {@code DAMAGED} if the bytes have another checksum
     */
    void attachment(Attachment attachment, Upload content) throws Upload.Cut;

    /** Keep a key of a plugin. */
    void plugin(String plugin, String key, byte[] value);

    /** Keep a user's credential. */
    void credential(Name user, String credential);

    /**
     * Put the storage into its place.
     *
     * @param lastId no id up to this one is given again
     */
    void commit(long lastId);

    /** Clear everything away, unless it was committed. */
    @Override
    void close();
}
