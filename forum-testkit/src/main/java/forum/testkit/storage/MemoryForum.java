package forum.testkit.storage;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.Message;
import forum.api.Name;
import forum.api.storage.Capacity.Holding;
import forum.api.storage.Capacity.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hold what a storage in memory keeps while it is closed; guarded by its own monitor. */
final class MemoryForum {

    final AtomicBoolean inUse = new AtomicBoolean();
    final Map<Name, MemoryThread> threads = new LinkedHashMap<>();
    final Map<String, TreeMap<String, byte[]>> plugins = new TreeMap<>();
    final Map<Name, String> credentials = new LinkedHashMap<>();
    final List<Arriving> arriving = new ArrayList<>();
    private long lastId;

    /** A file that is on its way. */
    record Arriving(Name user, long size) {}

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

    /** Count what a user has, and what is arriving from that user. */
    synchronized Holding holding(Name user) {
        Holding held = Holding.NOTHING;
        for (MemoryThread thread : threads.values()) {
            held = thread.owner.equals(user) ? held.threads(1) : held;
            for (Entry entry : thread.entries) {
                held = entry.author().equals(user) ? with(entry, held) : held;
            }
        }
        for (Arriving file : arriving) {
            held = file.user().equals(user) ? held.files(1, file.size()) : held;
        }
        return held;
    }

    private static Holding with(Entry entry, Holding held) {
        return switch (entry) {
            case Message message ->
                held.messages(Messages.OVERHEAD + message.text().length());
            case Attachment file -> held.files(1, file.size());
        };
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
