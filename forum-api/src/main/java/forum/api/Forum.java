package forum.api;

/**
 * Act in a forum as one user.
 *
 * <p>No operation takes an author, so ownership cannot be forged. Each operation is atomic: of two that compete, one
 * comes first and the other sees what it did. Checks are made in the order of docs/protocol.md: the thread, the
 * message or file, the owner, then the new name or text ({@link Name#flaw}, {@link Text#checked}), and last the limits
 * of what the forum takes in ({@link forum.api.storage.Capacity}). A refused operation
 * has changed nothing. An operation may return before its change is durable; the server lets nobody see the answer
 * before it is. When the storage cannot do it, an operation throws a {@link forum.api.storage.StorageException} and has
 * changed nothing; handlers let it pass.
 */
public interface Forum extends ForumView {

    /** Create a thread; refused with {@code EXISTS}, {@code BADNAME}, {@code FULL}. */
    Answer<ForumThread> create(Name title);

    /**
     * Post a message at the end of a thread; refused with {@code NOTHREAD}, {@code BADTEXT}, {@code TOOBIG},
     * {@code FULL}.
     */
    Answer<Message> post(Name thread, Text text);

    /**
     * Replace the text of one's own message; number, id and time stay. Refused with {@code NOTHREAD},
     * {@code BADNUMBER}, {@code NOTOWNER}, {@code BADTEXT}, {@code TOOBIG}.
     */
    Answer<Message> edit(Name thread, MessageRef message, Text text);

    /**
     * Delete one's own message; those after it move up by one. Refused with {@code NOTHREAD}, {@code BADNUMBER},
     * {@code NOTOWNER}. Gives the message as it was.
     */
    Answer<Message> delete(Name thread, MessageRef message);

    /** Remove one's own thread with all it holds; refused with {@code NOTHREAD}, {@code NOTOWNER}. Gives it as it was. */
    Answer<ForumThread> remove(Name thread);

    /**
     * Tell whether {@link #attach} would be refused now, were the file empty; with {@code NOTHREAD}, {@code FILEEXISTS},
     * {@code BADNAME}, {@code FULL}.
     */
    Answer<ForumThread> mayAttach(Name thread, Name file);

    /**
     * Attach a file under the upload's name, reading it as it arrives. Refusals are those of {@link #mayAttach} and
     * {@code TOOBIG}, made
     * before the first byte is read where possible, and decided again, for the same thread by its id, once all are: of
     * two uploads of one name the one that is complete first wins. A cut upload leaves nothing behind.
     *
     * @throws Upload.Cut when the sender does not send all that it announced
     */
    Answer<Attachment> attach(Name thread, Upload upload) throws Upload.Cut;
}
