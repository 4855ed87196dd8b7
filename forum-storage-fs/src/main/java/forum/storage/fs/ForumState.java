package forum.storage.fs;

import forum.api.Attachment;
import forum.api.Name;
import forum.storage.fs.Change.Closed;
import forum.storage.fs.Change.Created;
import forum.storage.fs.Change.Dropped;
import forum.storage.fs.Change.InThread;
import forum.storage.fs.Change.Removed;
import forum.storage.fs.Change.Sealed;
import forum.storage.fs.Change.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hold the forum in memory: what all changes of the journal, applied in order, amount to.
 *
 * <p>Operations and replay apply changes the same way. Guarded by the forum's lock.
 */
final class ForumState {

    private static final Effect NONE = ThreadChanges.NONE;

    final Slabs slabs;
    final Names names = new Names();
    final Holdings holdings = new Holdings(names);
    final PluginStates plugins = new PluginStates();
    final Waste waste = new Waste();
    private final ThreadIndex threads = new ThreadIndex();
    private final Housekeeping housekeeping;
    private final ThreadChanges inThreads;
    private final HeapUse heap = new HeapUse();
    private long lastId;
    private long position;

    ForumState(OffHeap texts, Housekeeping housekeeping) {
        this.slabs = new Slabs(texts);
        this.housekeeping = housekeeping;
        this.inThreads = new ThreadChanges(slabs, names, holdings, waste, housekeeping);
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
        return threads.find(title);
    }

    @Nullable
    ThreadState thread(long id) {
        return threads.find(id);
    }

    /** Give the first thread whose id is not less. */
    @Nullable
    ThreadState threadFrom(long id) {
        return threads.firstFrom(id);
    }

    /** List the threads in order of creation. */
    Collection<ThreadState> threads() {
        return threads.all();
    }

    /** List those of them whose id is not less. */
    Collection<ThreadState> threadsFrom(long id) {
        return threads.from(id);
    }

    /** Tell up to where the journal must be durable for which threads there are. */
    long position() {
        return position;
    }

    void position(long position) {
        this.position = position;
    }

    /** Refuse to grow when the heap that the forum takes nears its limit. */
    void requireMemory() {
        heap.requireRoom(threads.size(), names.count(), plugins.bytes());
    }

    /** Apply a change that is known to be durable; the files of a removed thread are left to a sweep of their folder. */
    void replay(Change change) {
        if (change instanceof Removed removed) {
            ThreadState thread = threads.find(removed.thread());
            apply(change);
            if (thread != null) {
                release(thread.entries, 0, thread.entries.size());
            }
        } else {
            apply(change).settle();
        }
    }

    /**
     * Apply a post that is known to be durable: most records are posts, so without an object for it.
     *
     * @param size what the record takes in the journal
     */
    void replayPost(ThreadState thread, long revision, EntryData entry, long size) {
        lastId = Math.max(lastId, entry.id());
        waste.written(size);
        thread.entries.append(entry);
        holdings.message(entry.author(), entry.place(), 1);
        thread.recorded(size);
        if (revision > thread.revision()) {
            thread.reach(revision, entry.time());
        }
        heap.add(1, 0);
    }

    /** Forget the texts of some entries of a thread that is gone; up to then they count among what users have. */
    void release(Sequence gone, int from, int to) {
        for (int i = from; i < to; i++) {
            EntryData entry = gone.entry(i);
            if (!Place.isFile(entry.place()) && slabs.release(entry.place())) {
                holdings.message(entry.author(), entry.place(), -1);
            }
        }
    }

    /** Apply a change. */
    Effect apply(Change change) {
        lastId = Math.max(lastId, Change.newId(change));
        long size = RecordSize.of(change);
        long dead = waste.dead();
        Effect inside = applyUncounted(change, size);
        waste.written(size);
        long died = waste.dead() - dead;
        return new Effect() {
            @Override
            public void undo() {
                inside.undo();
                waste.written(-size);
                waste.died(-died);
            }

            @Override
            public void settle() {
                inside.settle();
            }
        };
    }

    private Effect applyUncounted(Change change, long size) {
        return switch (change) {
            case Created created -> create(created, size);
            case Stored stored -> {
                waste.died(plugins.size(stored.plugin(), stored.key()));
                yield plugins.put(stored.plugin(), stored.key(), stored.value());
            }
            case Dropped dropped -> {
                waste.died(size + plugins.size(dropped.plugin(), dropped.key()));
                yield plugins.remove(dropped.plugin(), dropped.key());
            }
            case Sealed _, Closed _ -> NONE;
            case InThread inThread -> {
                ThreadState thread = threads.find(inThread.thread());
                if (thread == null) {
                    waste.died(size);
                    yield NONE;
                }
                yield inThread instanceof Removed ? remove(thread, size) : apply(thread, inThread, size);
            }
        };
    }

    private Effect apply(ThreadState thread, InThread change, long size) {
        long revision = thread.revision();
        long active = thread.active();
        long recorded = thread.recorded();
        int before = thread.entries.size();
        int filesBefore = thread.fileCount();
        Effect inside = inThreads.apply(thread, change);
        thread.recorded(size);
        if (change.revision() > revision) {
            thread.reach(change.revision(), change.time());
        }
        long grown = thread.recorded() - recorded;
        int more = thread.entries.size() - before;
        int moreFiles = thread.fileCount() - filesBefore;
        heap.add(more, moreFiles);
        return new Effect() {
            @Override
            public void undo() {
                inside.undo();
                heap.add(-more, -moreFiles);
                thread.recorded(-grown);
                thread.reach(revision, active);
            }

            @Override
            public void settle() {
                inside.settle();
            }
        };
    }

    private Effect create(Created created, long size) {
        ThreadState thread = new ThreadState(created);
        thread.recorded(size);
        threads.add(thread);
        holdings.thread(thread.owner, 1);
        return () -> {
            threads.remove(thread);
            holdings.thread(thread.owner, -1);
        };
    }

    private Effect remove(ThreadState thread, long size) {
        waste.died(thread.recorded() + size);
        threads.remove(thread);
        heap.add(-thread.entries.size(), -thread.fileCount());
        hold(thread, -1);
        return new Effect() {
            @Override
            public void undo() {
                threads.add(thread);
                heap.add(thread.entries.size(), thread.fileCount());
                hold(thread, 1);
            }

            @Override
            public void settle() {
                housekeeping.threadIsGone(thread);
            }
        };
    }

    /** Count a thread and its files among what users have, or no longer. */
    private void hold(ThreadState thread, int sign) {
        holdings.thread(thread.owner, sign);
        for (Attachment file : thread.attachments()) {
            holdings.file(file.author(), sign, sign * file.size());
        }
    }

    /** Put in a thread that has nothing yet. */
    void restore(ThreadState thread) {
        threads.add(thread);
        holdings.thread(thread.owner, 1);
    }

    /** Put a file into a thread, whose entry follows. */
    void restore(ThreadState thread, Attachment file, long blob) {
        thread.addFile(file, blob);
        heap.add(0, 1);
        holdings.file(file.author(), 1, file.size());
    }

    /** Put more entries into a thread. */
    void restore(ThreadState thread, Block block) {
        thread.entries.append(block);
        heap.add(block.count(), 0);
        for (int i = 0; i < block.count(); i++) {
            holdings.message(block.author(i), block.place(i), 1);
        }
    }

    /** Take note in which segment a change was written. */
    void written(Change change, long segment) {
        if (change instanceof Stored stored) {
            plugins.written(stored.plugin(), stored.key(), segment);
        }
    }

    /** List what is attached, by the names on disk. */
    List<Long> blobs() {
        List<Long> blobs = new ArrayList<>();
        threads.all().forEach(thread -> blobs.addAll(thread.blobs()));
        return blobs;
    }

    /** Forget everything but the ids that were given. */
    void clear() {
        threads.clear();
        plugins.clear();
        slabs.clear();
        waste.clear();
        holdings.clear();
        heap.clear();
    }
}
