package forum.api.command;

import forum.api.Event;

/**
 * Hear what happens in the forum.
 *
 * <ul>
 *   <li><b>Called by</b> the server, off the commands' path: no user ever waits for a listener.
 *   <li><b>Threading:</b> each listener is called on a platform thread of its own, one call at a time, in order within a
 *       forum thread. A class that is a {@link CommandHandler} too is called as a handler from other threads meanwhile.
 *   <li><b>Lifecycle:</b> created once by {@link java.util.ServiceLoader}; a class that is a handler too is created once
 *       for both. {@link #begin} is called at start, and again whenever events may have been lost: look at the forum then
 *       and catch up; {@link #heard} follows for what happens after it, and may repeat what the catching up has seen
 *       already. {@link #close} is called at the server's end; a {@code kill} calls nothing.
 *   <li><b>Failure:</b> whatever is thrown is logged, and the listener begins anew, a second later. One that takes so
 *       long that 10,000 events wait loses them and begins anew; one that never returns is left to itself, at the
 *       server's end after a second.
 *   <li><b>Durability:</b> an event is heard only once it cannot be lost.
 * </ul>
 */
public interface ForumListener extends AutoCloseable {

    /**
     * Start, or catch up after a loss; commands are served meanwhile.
     *
     * @param context valid until {@link #close} or the next {@code begin}, for this listener's thread
     */
    void begin(PluginContext context);

    /** Take note of one event. New kinds may come with a new version: end a {@code switch} with a {@code default}. */
    void heard(Event event);

    /** Let go of what {@link #begin} took. Not called between two {@code begin}s. */
    @Override
    default void close() {}
}
