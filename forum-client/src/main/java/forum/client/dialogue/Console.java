package forum.client.dialogue;

import forum.client.net.ConnectionException;
import forum.client.reply.Content;
import java.util.Optional;

/**
 * Talk with whoever uses the client.
 *
 * <p>Whoever waits here for input is woken by the end of the connection: with a {@link ConnectionException}.
 */
public interface Console {

    /** Ask for a line; empty at the end of the input. */
    Optional<String> ask(String prompt) throws ConnectionException;

    /** Ask for what is not to be seen; empty at the end of the input. */
    Optional<String> askSecret(String prompt) throws ConnectionException;

    /**
     * Ask for a command; empty at the end of the input.
     *
     * @param invitation names the commands
     * @param lost whether whoever is asked may not know them
     */
    Optional<String> askCommand(String invitation, boolean lost) throws ConnectionException;

    /** Ask yes or no; no where nobody can be asked. */
    boolean confirms(String question) throws ConnectionException;

    /** Say something printable. */
    void say(String line);

    /** Show what a command has answered. */
    void show(Content content);
}
