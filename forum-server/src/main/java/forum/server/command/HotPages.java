package forum.server.command;

import forum.api.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remember how pages were written that are read again and again: in a forum nearly everybody reads the end of the same
 * few threads.
 *
 * <p>A page is known by its thread's revision, which grows with each change, so nothing is ever shown as it no longer
 * is. But a revision counts only once it is durable: one that is undone is given again, to something else. A page is
 * remembered when it is written for the second time, so that those that nobody asks for again cost nothing. Belongs to
 * one thread.
 */
public final class HotPages {

    /** The most pages that are remembered, of at most a block each. */
    private static final int MOST = 64;

    private static final int SEEN = 1024;

    /** What decides how a page is written. */
    record Key(long thread, long revision, long firstEntry, int size, int protocol) {}

    private final Map<Key, byte[]> pages = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > MOST;
        }
    };

    private final int[] seen = new int[SEEN];

    /** Name a durable page that is not empty. */
    static Key key(Page page, int protocol) {
        return new Key(
                page.thread().id(),
                page.thread().revision(),
                page.iterator().next().id(),
                page.size(),
                protocol);
    }

    Optional<byte[]> find(Key key) {
        return Optional.ofNullable(pages.get(key));
    }

    /** Tell whether a page that was not found has been asked for before. */
    boolean isHot(Key key) {
        int hash = key.hashCode();
        int slot = hash & SEEN - 1;
        boolean before = seen[slot] == hash;
        seen[slot] = hash;
        return before;
    }

    void remember(Key key, byte[] written) {
        pages.put(key, written);
    }
}
