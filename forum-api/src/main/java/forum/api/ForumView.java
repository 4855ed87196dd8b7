package forum.api;

import java.util.List;
import java.util.Optional;

/**
 * Read a forum.
 *
 * <p>Each call sees the forum at one moment, the session's own earlier changes included. Checks are made in the order
 * of docs/protocol.md: the thread, the message or file. Given to handlers and listeners by the server; use it only on
 * the thread, and for the length of the call, that it was given for.
 */
public interface ForumView {

    /**
     * List the threads, in order of creation. A storage may put a list of more than a thousand together in parts, each as of a
     * moment of its own, so that others go on meanwhile; what was removed and made again meanwhile may then be there twice.
     */
    List<ForumThread> threads();

    /** Find a thread. */
    Optional<ForumThread> thread(Name title);

    /** Read entries of a thread, oldest first; refused with {@code NOTHREAD}. */
    Answer<Page> read(Name thread, Range range);

    /** Find a message; refused with {@code NOTHREAD}, {@code BADNUMBER} (a file's id is no message). */
    Answer<Message> message(Name thread, MessageRef message);

    /** List the files of a thread, oldest first; refused with {@code NOTHREAD}. */
    Answer<List<Attachment>> files(Name thread);

    /** Open a file; refused with {@code NOTHREAD}, {@code NOFILE}. */
    Answer<Content> open(Name thread, Name file);
}
