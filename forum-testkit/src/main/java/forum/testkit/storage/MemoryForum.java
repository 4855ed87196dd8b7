package forum.testkit.storage;

import forum.api.Name;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hold what a storage in memory keeps while it is closed; guarded by its own monitor. */
final class MemoryForum {

    final AtomicBoolean inUse = new AtomicBoolean();
    final Map<Name, MemoryThread> threads = new LinkedHashMap<>();
    final Map<String, TreeMap<String, byte[]>> plugins = new TreeMap<>();
    final Map<Name, String> credentials = new LinkedHashMap<>();
    private long lastId;

    synchronized long nextId() {
        return ++lastId;
    }

    synchronized long lastId() {
        return lastId;
    }

    synchronized void idsBeginAfter(long id) {
        lastId = Math.max(lastId, id);
    }

    synchronized void clear() {
        threads.clear();
        plugins.clear();
        credentials.clear();
    }

    void take(MemoryForum other) {
        synchronized (other) {
            lastId = other.lastId;
            other.threads.forEach((title, thread) -> threads.put(title, thread.copy()));
            other.plugins.forEach((plugin, state) -> plugins.put(plugin, new TreeMap<>(state)));
            credentials.putAll(other.credentials);
        }
    }
}
