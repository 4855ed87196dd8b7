package forum.api.storage;

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

    /** Tell of every change from now on. Called once, before the first session. */
    void feed(Feed feed);

    /** Erase everything: threads, files, credentials and plugins' state. */
    void erase();

    @Override
    void close();
}
