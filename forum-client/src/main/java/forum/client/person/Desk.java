package forum.client.person;

import forum.client.file.FileException;
import forum.client.net.ConnectionException;
import java.util.List;
import java.util.Optional;

/** Sit at a terminal: what it takes of one to help whoever does. Called by one thread, but for news. */
public interface Desk {

    /** Say something printable. */
    void say(String line);

    /** Ask for what is not to be seen; empty where the user does not want to say it. */
    Optional<String> secret(String question) throws ConnectionException;

    /**
     * Let the user change a text.
     *
     * @param before what stands before it on the line
     * @return the whole line, or empty where the user wants it no more
     */
    Optional<String> change(String before, String text) throws ConnectionException;

    /** Let another program have the terminal. */
    <T> T lend(Borrower<T> borrower) throws FileException;

    /** Tell whether news can be shown now; called by any thread. */
    boolean takesNews();

    /** Show news, all of it at once; called by any thread. */
    void tell(List<String> headlines);

    /** Use the terminal. */
    @FunctionalInterface
    interface Borrower<T> {
        T use() throws FileException;
    }
}
