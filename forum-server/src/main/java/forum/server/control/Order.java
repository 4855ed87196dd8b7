package forum.server.control;

import java.util.List;

/**
 * Carry out one kind of order that the operator gives to a running server.
 *
 * <ul>
 *   <li><b>Called by</b> {@link ControlSocket}, for each order that begins with its word.
 *   <li><b>Threading:</b> on a virtual thread of the order's own; several at once.
 *   <li><b>Lifecycle:</b> the server ends only when every order has returned; one whose operator has gone learns it when
 *       it writes, by an exception that it lets pass, having cleared away what is half done.
 *   <li><b>Failure:</b> {@link Result.Refused} for what cannot be done. A {@link forum.api.storage.StorageException} is
 *       told to the operator; any other exception is a bug, which is logged.
 * </ul>
 */
public interface Order {

    /** Tell the order's first word, which is also that of the command line. */
    String word();

    /** Carry it out. */
    Result run(List<String> arguments, Report report);

    /** Say how it went. */
    sealed interface Result {

        /** All was done. */
        record Done() implements Result {}

        /**
         * Nothing was done.
         *
         * @param why one sentence
         */
        record Refused(String why) implements Result {}
    }
}
