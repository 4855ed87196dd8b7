package forum.client.dialogue;

import forum.client.catalogue.Catalogue;
import forum.client.catalogue.Command;
import forum.client.file.FileException;
import forum.client.file.Progress;
import forum.client.line.Invocation;
import forum.client.line.Typed;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.reply.Content;
import java.util.Locale;
import java.util.Optional;

/**
 * Talk with whoever uses the client.
 *
 * <p>Whoever waits here for input is woken by the end of the connection: with a {@link ConnectionException}.
 */
public interface Console extends AutoCloseable {

    /** Ask for a line; empty at the end of the input. */
    Optional<String> ask(String prompt) throws ConnectionException;

    /** Ask for what is not to be seen; empty at the end of the input. */
    Optional<String> askSecret(String prompt) throws ConnectionException;

    /** Begin to take the commands of that user. */
    void begin(String user, Catalogue catalogue);

    /**
     * Ask for a command; empty at the end of the input.
     *
     * @param lost whether whoever is asked may not know the commands
     */
    Optional<String> askCommand(boolean lost) throws ConnectionException;

    /**
     * Ask for what is missing from a command.
     *
     * @return the whole command, nothing where the user wants it no more, or the same where nobody can be asked
     */
    default Typed askFor(Typed.Incomplete incomplete) throws ConnectionException, FileException {
        return incomplete;
    }

    /** Point at what the user means by a command; what was typed may mean what was seen. */
    default Invocation meant(Invocation typed) {
        return typed;
    }

    /** Say that a command was given with too few or too many arguments. */
    void sayIncorrect(Command command);

    /** Say that there is no such command. */
    void sayUnknown(String word);

    /** Ask yes or no; no where nobody can be asked. */
    boolean confirms(String question) throws ConnectionException;

    /** Tell whether an answer means yes. */
    static boolean isYes(Optional<String> answer) {
        return answer.orElse("").strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    /** Show the way of a file, where somebody can watch it and cancel. */
    default Optional<Progress.Watch> watch() {
        return Optional.empty();
    }

    /** Say something printable. */
    void say(String line);

    /** Show what a command has answered. */
    void show(Invocation invocation, Content content);

    /**
     * Wait for a lost connection to come back, where somebody is there to wait.
     *
     * @throws ConnectionException the loss where nobody is, or the leaving of a user who does not want to wait
     */
    default void bear(ConnectionException loss, Reconnection reconnection) throws ConnectionException {
        throw loss;
    }

    /** Go on over another connection; what is known of the user and what is half typed stays. */
    Console over(Connection next);

    /** Say and show nothing more. */
    @Override
    default void close() {}
}
