package forum.api.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keep a forum.
 *
 * <ul>
 *   <li><b>Called by</b> the server, from many threads at once.
 *   <li><b>Lifecycle:</b> opened by its {@link StorageProvider}, closed once, after the last session's last call.
 *   <li><b>Failure:</b> {@link StorageException}; an operation that throws has changed nothing.
 *   <li><b>Durability:</b> as {@link Session#sync} says; {@link #close} makes all durable that was answered.
 * </ul>
 */
public interface Storage extends AutoCloseable {

    /** Start acting as somebody; cheap, nothing to close. */
    Session session(Actor actor);

    /** Keep the users' credentials. */
    Credentials credentials();

    /** List the plugins that keep state, sorted. */
    List<String> plugins();

    /** Tell the highest id that was ever given. */
    long lastId();

    /** Tell of every change from now on. Called once, before the first session. */
    void feed(Feed feed);

    /**
     * Copy the storage, consistent, while sessions go on: all that any session's {@link Session#sync} has covered before
     * this is called is in the copy.
     *
     * @param target where to; as {@link StorageProvider#backup} takes it
     * @param report gets what is being done, often; it may throw to break the copy off, which is then cleared away
     */
    void backup(Path target, Consumer<String> report);

    /** Erase everything: threads, files, credentials and plugins' state. */
    void erase();

    @Override
    void close();
}
