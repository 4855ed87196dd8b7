package forum.testkit.storage;

import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Page;
import java.util.Iterator;
import java.util.List;

/** Show a copy of entries. */
record MemoryPage(ForumThread thread, List<Entry> entries) implements Page {

    MemoryPage {
        entries = List.copyOf(entries);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Iterator<Entry> iterator() {
        return entries.iterator();
    }
}
