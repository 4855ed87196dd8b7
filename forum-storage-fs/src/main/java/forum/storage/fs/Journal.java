package forum.storage.fs;

import forum.api.Event;
import forum.api.storage.Feed;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Write changes one after the other into segments, many with one flush.
 *
 * <p>{@link #append} and {@link #hasRoom} are called with the forum's lock held, all else without. Room is there before
 * a change is appended: the segments are written with zeros ahead. When a write fails, all that is not durable is
 * undone with the forum's lock held, and nothing is appended before the segment is mended.
 */
final class Journal {

    /** Appending waits for the disk when so many bytes wait to be written. */
    private static final int MOST_WAITING = 4 << 20;

    private final SegmentSupply supply;
    private final ReentrantLock forum;
    private final Executor housekeeper;
    private final GroupCommit commit = new GroupCommit(this::flush);
    private final Losses losses = new Losses();
    private final ReentrantLock preparing = new ReentrantLock();
    private final ArrayDeque<Batch> full = new ArrayDeque<>();
    private Batch filling;
    private volatile boolean preparingAhead;
    private @Nullable ByteBuffer buffer;
    private volatile @Nullable Mending mending;
    private Optional<Feed> feed = Optional.empty();
    private long appended;
    private int waiting;

    /**
     * Go on writing where the replay ended.
     *
     * @param nextId tells the id that comes next, with the forum's lock held
     */
    Journal(JournalFolder folder, Recovery.Place end, ReentrantLock forum, Executor housekeeper, LongSupplier nextId) {
        this.supply = new SegmentSupply(folder, forum, nextId, end.spares());
        this.forum = forum;
        this.housekeeper = housekeeper;
        this.filling = new Batch(end.segment(), end.offset(), Batch.newBuffer());
    }

    void feed(Feed listener) {
        feed = Optional.of(listener);
    }

    boolean isFed() {
        return feed.isPresent();
    }

    /** Tell whether a change of this size can be appended now. */
    boolean hasRoom(int bytes) {
        return mending == null && waiting < MOST_WAITING && (!supply.isEmpty() || fits(bytes));
    }

    /** Append a change for which there is room; gives its position. */
    long append(Change change, int room, Pending pending) {
        if (!fits(room)) {
            startNextSegment();
        }
        if (supply.isEmpty()
                && !preparingAhead
                && filling.end() > filling.segment().length() / 2) {
            preparingAhead = true;
            housekeeper.execute(this::prepareAhead);
        }
        return add(change, room, pending);
    }

    /** Tell up to where it is decided whether changes are durable. */
    long settled() {
        return commit.settled();
    }

    /** Return once all changes between two positions are durable. */
    void sync(long low, long high) {
        commit.await(high);
        losses.requireNone(low, high);
    }

    /** Make all durable that was appended and is not settled yet. */
    void syncAll() {
        long last = appended();
        if (last > settled()) {
            sync(last, last);
        }
    }

    private long appended() {
        forum.lock();
        try {
            return appended;
        } finally {
            forum.unlock();
        }
    }

    /** Make room, or say why there is none. */
    void makeRoom(int bytes) {
        preparing.lock();
        try {
            if (isTooFarAhead()) {
                syncAll();
            }
            mend();
            prepare(bytes);
        } catch (IOException e) {
            throw Trouble.of("make room in the journal", e);
        } finally {
            preparing.unlock();
        }
    }

    private void prepare(int bytes) throws IOException {
        forum.lock();
        try {
            if (fits(bytes)) {
                return;
            }
        } finally {
            forum.unlock();
        }
        supply.prepare(() -> filling.segment());
        preparingAhead = false;
    }

    /** Begin anew, with nothing before. */
    void restart(Runnable whenEmpty) {
        preparing.lock();
        try {
            commit.exclusively(() -> {
                forum.lock();
                try {
                    flush();
                    Segment old = filling.segment();
                    filling = new Batch(supply.startOver(old), SegmentHeader.SIZE, Batch.newBuffer());
                    mending = null;
                    old.file().close();
                    whenEmpty.run();
                } catch (IOException e) {
                    throw Trouble.of("erase the journal", e);
                } finally {
                    forum.unlock();
                }
            });
        } finally {
            preparing.unlock();
        }
    }

    /** Make all durable and say so at the end; nothing is appended afterwards. */
    void finish() {
        try {
            syncAll();
        } finally {
            mend();
        }
        forum.lock();
        try {
            if (mending == null && fits(0)) {
                add(new Change.Closed(), Frame.SHORTEST, new Pending(() -> {}, null));
            }
        } finally {
            forum.unlock();
        }
        syncAll();
    }

    /** Close the files. */
    void close() throws IOException {
        filling.segment().file().close();
        supply.close();
    }

    private long add(Change change, int room, Pending pending) {
        int before = filling.size();
        filling.add(change, room);
        waiting += filling.size() - before;
        filling.pending().add(pending);
        return ++appended;
    }

    private boolean fits(int bytes) {
        return bytes <= filling.segment().length() - filling.end() - 2 * Frame.SHORTEST;
    }

    private boolean isTooFarAhead() {
        forum.lock();
        try {
            return waiting >= MOST_WAITING;
        } finally {
            forum.unlock();
        }
    }

    private void startNextSegment() {
        Segment next = supply.take();
        int before = filling.size();
        filling.add(new Change.Sealed(), Frame.SHORTEST);
        waiting += filling.size() - before;
        filling.seal();
        full.add(filling);
        filling = new Batch(next, SegmentHeader.SIZE, Batch.newBuffer());
    }

    /** Have a segment made; one attempt is enough, for who finds none makes the next attempt. */
    private void prepareAhead() {
        try {
            makeRoom(Integer.MAX_VALUE);
        } catch (StorageException e) {
            System.getLogger("forum.storage.fs").log(Level.WARNING, e.getMessage());
        }
    }

    private void flush() {
        Thread.yield();
        List<Batch> batches = take();
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            try {
                batch.write();
            } catch (IOException e) {
                fail(batches.subList(i, batches.size()), Trouble.of("write the journal", e));
                return;
            } catch (RuntimeException | Error e) {
                fail(
                        batches.subList(i, batches.size()),
                        new StorageException(Fault.IO, "Cannot write the journal: " + e, e));
                throw e;
            }
            settle(batch);
            if (batch.isSealed()) {
                retire(batch.segment());
            }
        }
    }

    private List<Batch> take() {
        forum.lock();
        try {
            ByteBuffer free = buffer == null ? Batch.newBuffer() : buffer;
            List<Batch> taken = new ArrayList<>(full);
            full.clear();
            buffer = free;
            if (!filling.isEmpty()) {
                taken.add(filling);
                buffer = null;
                filling = new Batch(filling.segment(), filling.end(), free);
            }
            return taken;
        } finally {
            forum.unlock();
        }
    }

    private void settle(Batch batch) {
        List<Pending> pending = batch.pending();
        for (Pending change : pending) {
            tell(change.event());
        }
        forum.lock();
        try {
            waiting -= batch.size();
            buffer = batch.buffer();
            for (Pending change : pending) {
                change.effect().settle();
            }
        } finally {
            commit.settle(commit.settled() + pending.size());
            forum.unlock();
        }
    }

    private void tell(@Nullable Event event) {
        if (event == null) {
            return;
        }
        try {
            feed.ifPresent(listener -> listener.changed(event));
        } catch (RuntimeException | Error e) {
            System.getLogger("forum.storage.fs").log(Level.ERROR, "The feed failed", e);
        }
    }

    private void retire(Segment segment) {
        try {
            segment.file().close();
        } catch (IOException e) {
            System.getLogger("forum.storage.fs").log(Level.WARNING, "Cannot close " + segment.path(), e);
        }
    }

    /** Undo everything that is not durable and remember where to mend the journal. */
    private void fail(List<Batch> lost, StorageException cause) {
        forum.lock();
        try {
            List<Batch> all = new ArrayList<>(lost);
            all.addAll(full);
            all.add(filling);
            for (Batch batch : all.reversed()) {
                batch.pending().reversed().forEach(change -> change.effect().undo());
            }
            Batch first = all.getFirst();
            mending = new Mending(first.segment(), first.start(), first.end());
            supply.putBack(all.stream()
                    .map(Batch::segment)
                    .distinct()
                    .filter(segment -> segment != first.segment())
                    .toList());
            full.clear();
            filling = new Batch(first.segment(), first.start(), Batch.newBuffer());
            waiting = 0;
            losses.add(commit.settled() + 1, appended, cause);
            commit.settle(appended);
        } finally {
            forum.unlock();
        }
        System.getLogger("forum.storage.fs").log(Level.ERROR, cause.getMessage());
    }

    private void mend() {
        if (mending == null) {
            return;
        }
        commit.exclusively(() -> {
            Mending broken = mending;
            if (broken == null) {
                return;
            }
            try {
                broken.mend();
            } catch (IOException e) {
                throw Trouble.of("mend the journal", e);
            }
            forum.lock();
            try {
                mending = null;
            } finally {
                forum.unlock();
            }
        });
    }
}
