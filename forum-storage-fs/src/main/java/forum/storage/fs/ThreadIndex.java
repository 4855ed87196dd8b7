package forum.storage.fs;

import forum.api.Name;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Find the threads of a forum by id and by title. Guarded by the forum's lock. */
final class ThreadIndex {

    private final TreeMap<Long, ThreadState> byId = new TreeMap<>();
    private final Map<Name, ThreadState> byTitle = new HashMap<>();

    void add(ThreadState thread) {
        byId.put(thread.id, thread);
        byTitle.put(thread.title, thread);
    }

    void remove(ThreadState thread) {
        byId.remove(thread.id);
        byTitle.remove(thread.title);
    }

    void clear() {
        byId.clear();
        byTitle.clear();
    }

    int size() {
        return byId.size();
    }

    @Nullable
    ThreadState find(Name title) {
        return byTitle.get(title);
    }

    @Nullable
    ThreadState find(long id) {
        return byId.get(id);
    }

    /** List them in order of creation. */
    Collection<ThreadState> all() {
        return byId.values();
    }

    /** List those whose id is not less, in order of creation. */
    Collection<ThreadState> from(long id) {
        return byId.tailMap(id).values();
    }

    /** Give the first one whose id is not less. */
    @Nullable
    ThreadState firstFrom(long id) {
        Map.Entry<Long, ThreadState> first = byId.ceilingEntry(id);
        return first == null ? null : first.getValue();
    }
}
