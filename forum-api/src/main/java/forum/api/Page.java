package forum.api;

/**
 * Show entries of a thread as they stood at one instant.
 *
 * <p>Entries are made while iterating, so a page of a million costs no list. A page may be iterated more than once, by
 * one thread at a time, and stays the same when the thread changes. There is nothing to close.
 */
public interface Page extends Iterable<Entry> {

    /** Describe the thread at that instant. */
    ForumThread thread();

    /** Tell how many entries the page has. */
    int size();
}
