package forum.api.command;

import forum.api.Name;
import forum.api.Upload;

/**
 * Serve one command.
 *
 * <ul>
 *   <li><b>Called by</b> the server: {@link #spec} once at start, {@link #handle} for each request that fits the spec,
 *       from a user who is logged in.
 *   <li><b>Threading:</b> one handler serves all connections at once; it keeps no state between calls, or guards it.
 *       A handler of the forum itself runs on the connection's virtual thread, a plugin's on a platform thread, of
 *       which at most eight run at once. It has 10 seconds; the time that an upload keeps it waiting is not counted.
 *   <li><b>Lifecycle:</b> created once, at the server's start, by {@link java.util.ServiceLoader}; never closed.
 *       Implement {@link forum.api.command.ForumListener} too for a beginning and an end.
 *   <li><b>Failure:</b> what a user can do wrong is a {@link Outcome.Refused}. An exception is a bug: it is logged, the
 *       user is answered {@code INTERNAL}, the connection lives on. What the handler changed before it stands: there
 *       are no transactions. Let a {@link forum.api.storage.StorageException} and an {@link Upload.Cut} pass. A call
 *       that takes too long is answered {@code INTERNAL}, its context is dead, its thread interrupted; a plugin to
 *       which that happens three times is not called again until the next start.
 *   <li><b>Durability:</b> the server lets nobody see the outcome before all that the handler changed is durable.
 * </ul>
 */
public interface CommandHandler {

    /**
     * Describe the command; always the same.
     *
     * @throws IllegalArgumentException as {@link CommandSpec} does, if the parts do not fit; it is said at start, and the
     *     command is not served
     */
    CommandSpec spec();

    /**
     * Do what a user asks for.
     *
     * @param request the arguments, of the right number and form
     * @param context the forum as the calling user may use it, until this call is over
     * @return an outcome of the shape that the spec's {@link Reply} promises, or a {@link Outcome.Refused}; anything else
     *     is answered {@code INTERNAL}
     * @throws Upload.Cut as reading the request's file throws it
     */
    Outcome handle(Request request, CommandContext context) throws Upload.Cut;

    /**
     * Tell whether a file would be taken, before its bytes are sent. Only for a command with a
     * {@link Parameter.Kind#LOCAL_FILE}, called when the request ends with the file's name.
     *
     * <p>May change nothing, and decides nothing: {@link #handle} decides again when the bytes come.
     *
     * @param request the arguments before the file
     * @param file what the sender calls it
     * @return {@link Outcome.Ready}, or a {@link Outcome.Refused}
     */
    default Outcome ask(Request request, Name file, CommandContext context) {
        return new Outcome.Ready();
    }
}
