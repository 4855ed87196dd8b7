package forum.api.command;

import forum.api.Event;

/**
 * Hear what happens in the forum.
 *
 * <ul>
 *   <li><b>Called by</b> the server, off the commands' path.
 *   <li><b>Threading:</b> each listener is called on one thread at a time, in order within a forum thread.
 *   <li><b>Lifecycle:</b> created once by {@link java.util.ServiceLoader}; a class that is a {@link CommandHandler} too
 *       is created once for both. {@link #begin} is called at start, and again whenever events may have been lost:
 *       look at the forum then and catch up; {@link #heard} follows for what happens after it, and may repeat what the
 *       catching up has seen already. {@link #close} is called at the server's end.
 *   <li><b>Failure:</b> an exception is logged, and the listener begins anew.
 *   <li><b>Durability:</b> an event is heard only once it cannot be lost.
 * </ul>
 */
public interface ForumListener extends AutoCloseable {

    /** Start, or catch up after a loss; the context is valid until {@link #close} or the next {@code begin}. */
    void begin(PluginContext context);

    /** Take note of one event. */
    void heard(Event event);

    /** Let go of what {@link #begin} took. */
    @Override
    default void close() {}
}
