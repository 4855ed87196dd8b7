package forum.storage.fs;

import forum.api.Attachment;
import forum.api.Name;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.storage.fs.Change.Attached;
import forum.storage.fs.Change.Closed;
import forum.storage.fs.Change.Created;
import forum.storage.fs.Change.Deleted;
import forum.storage.fs.Change.Dropped;
import forum.storage.fs.Change.Edited;
import forum.storage.fs.Change.InThread;
import forum.storage.fs.Change.Placed;
import forum.storage.fs.Change.Posted;
import forum.storage.fs.Change.Reached;
import forum.storage.fs.Change.Removed;
import forum.storage.fs.Change.Sealed;
import forum.storage.fs.Change.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold the forum in memory: what all changes of the journal, applied in order, amount to.
 *
 * <p>Operations and replay apply changes the same way. A change of what is not there, which compaction may have
 * dropped, does nothing. Guarded by the forum's lock.
 */
final class ForumState {

    private static final Effect NONE = () -> {};

    /** Bytes of arrays for an entry, some of it spare, and of objects for a thread. */
    private static final long HEAP_PER_ENTRY = 28;

    private static final long HEAP_PER_THREAD = 1200;
    private static final long MOST_HEAP = Runtime.getRuntime().maxMemory() / 4 * 3;

    final Slabs slabs = new Slabs();
    final Names names = new Names();
    final PluginStates plugins = new PluginStates();
    private final TreeMap<Long, ThreadState> byId = new TreeMap<>();
    private final Map<Name, ThreadState> byTitle = new HashMap<>();
    private final Housekeeping housekeeping;
    private long lastId;
    private long position;
    private long entries;

    ForumState(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    /** Take an id that was never given before. */
    long nextId() {
        return ++lastId;
    }

    long lastId() {
        return lastId;
    }

    void idsBegin(long next) {
        lastId = Math.max(lastId, next - 1);
    }

    @Nullable
    ThreadState thread(Name title) {
        return byTitle.get(title);
    }

    @Nullable
    ThreadState thread(long id) {
        return byId.get(id);
    }

    /** List the threads in order of creation. */
    Collection<ThreadState> threads() {
        return byId.values();
    }

    /** Tell up to where the journal must be durable for which threads there are. */
    long position() {
        return position;
    }

    void position(long position) {
        this.position = position;
    }

    /** Refuse to grow when the heap that the forum takes nears its limit: a full heap would end the server. */
    void requireMemory() {
        if (entries * HEAP_PER_ENTRY + byId.size() * HEAP_PER_THREAD > MOST_HEAP) {
            throw new StorageException(Fault.FULL, "The memory for messages is used up; give the server a larger heap");
        }
    }

    /** Apply a change. */
    Effect apply(Change change) {
        lastId = Math.max(lastId, Change.newId(change));
        return switch (change) {
            case Created created -> create(created);
            case Stored stored -> plugins.put(stored.plugin(), stored.key(), stored.value());
            case Dropped dropped -> plugins.remove(dropped.plugin(), dropped.key());
            case Sealed _, Closed _ -> NONE;
            case InThread inThread -> {
                ThreadState thread = byId.get(inThread.thread());
                yield thread == null ? NONE : apply(thread, inThread);
            }
        };
    }

    private Effect apply(ThreadState thread, InThread change) {
        if (change instanceof Removed) {
            return remove(thread);
        }
        long revision = thread.revision();
        Instant active = thread.active();
        Effect inside = applyInside(thread, change);
        if (change.revision() > revision) {
            thread.reach(change.revision(), change.time());
        }
        return new Effect() {
            @Override
            public void undo() {
                inside.undo();
                thread.reach(revision, active.toEpochMilli());
            }

            @Override
            public void settle() {
                inside.settle();
            }
        };
    }

    private Effect applyInside(ThreadState thread, InThread change) {
        return switch (change) {
            case Posted posted -> append(thread, posted.id(), posted.time(), posted.author(), slabs.add(posted.text()));
            case Placed placed -> append(thread, placed.id(), placed.time(), placed.author(), Place.ofText(0, 0));
            case Edited edited -> edit(thread, edited);
            case Deleted deleted -> delete(thread, deleted.id());
            case Attached attached -> attach(thread, attached);
            case Reached _ -> NONE;
            case Created _, Removed _ -> throw new IllegalStateException("Not inside a thread");
        };
    }

    private Effect create(Created created) {
        ThreadState thread = new ThreadState(created);
        byId.put(thread.id, thread);
        byTitle.put(thread.title, thread);
        return () -> {
            byId.remove(thread.id);
            byTitle.remove(thread.title);
        };
    }

    private Effect remove(ThreadState thread) {
        byId.remove(thread.id);
        byTitle.remove(thread.title);
        entries -= thread.entries.size();
        return new Effect() {
            @Override
            public void undo() {
                byId.put(thread.id, thread);
                byTitle.put(thread.title, thread);
                entries += thread.entries.size();
            }

            @Override
            public void settle() {
                housekeeping.threadIsGone(thread);
            }
        };
    }

    private Effect append(ThreadState thread, long id, long time, Name author, long place) {
        thread.entries.append(new EntryData(id, time, names.number(author), place));
        entries++;
        return () -> {
            thread.entries.remove(thread.entries.size() - 1);
            entries--;
            slabs.release(place);
        };
    }

    private Effect edit(ThreadState thread, Edited edited) {
        int position = thread.entries.below(edited.id());
        if (!isMessage(thread, position, edited.id())) {
            return NONE;
        }
        long before = thread.entries.entry(position).place();
        long after = Place.edited(slabs.add(edited.text()));
        thread.entries.replace(position, after);
        return new Effect() {
            @Override
            public void undo() {
                thread.entries.replace(position, before);
                slabs.release(after);
            }

            @Override
            public void settle() {
                slabs.release(before);
            }
        };
    }

    private Effect delete(ThreadState thread, long id) {
        int position = thread.entries.below(id);
        if (!isMessage(thread, position, id)) {
            return NONE;
        }
        EntryData entry = thread.entries.entry(position);
        thread.entries.remove(position);
        entries--;
        return new Effect() {
            @Override
            public void undo() {
                thread.entries.insert(position, entry);
                entries++;
            }

            @Override
            public void settle() {
                slabs.release(entry.place());
            }
        };
    }

    private Effect attach(ThreadState thread, Attached attached) {
        Change.StoredFile file = attached.file();
        Attachment attachment = new Attachment(
                attached.id(),
                attached.author(),
                Instant.ofEpochMilli(attached.time()),
                file.name(),
                file.size(),
                file.sha256());
        int index = thread.addFile(attachment, file.blob());
        thread.entries.append(
                new EntryData(attached.id(), attached.time(), names.number(attached.author()), Place.ofFile(index)));
        return () -> {
            thread.entries.remove(thread.entries.size() - 1);
            thread.removeLastFile();
            housekeeping.fileIsGone(file.blob());
        };
    }

    static boolean isMessage(ThreadState thread, int position, long id) {
        if (position >= thread.entries.size()) {
            return false;
        }
        EntryData entry = thread.entries.entry(position);
        return entry.id() == id && !Place.isFile(entry.place());
    }

    /** List what is attached, by the names on disk. */
    List<Long> blobs() {
        List<Long> blobs = new ArrayList<>();
        byId.values().forEach(thread -> blobs.addAll(thread.blobs()));
        return blobs;
    }

    /** Forget everything but the ids that were given. */
    void clear() {
        byId.clear();
        byTitle.clear();
        plugins.clear();
        slabs.clear();
        entries = 0;
    }
}
