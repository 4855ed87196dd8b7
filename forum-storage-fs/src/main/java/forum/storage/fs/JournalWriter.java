package forum.storage.fs;

import forum.api.Event;
import forum.api.storage.Feed;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Make durable what was appended, many changes with one flush, led by one of those who wait for it.
 *
 * <p>When a write fails, all that is not durable is undone with the forum's lock held, and nothing is appended before
 * the segment is mended. Called without the forum's lock.
 */
final class JournalWriter {

    private final Tail tail;
    private final ReentrantLock forum;
    private final Consumer<List<Segment>> unused;
    private final GroupCommit commit = new GroupCommit(this::flush);
    private final Losses losses = new Losses();
    private volatile @Nullable Mending mending;
    private volatile long complete;
    private Optional<Feed> feed = Optional.empty();

    /**
     * Write the end of a journal.
     *
     * @param unused takes back segments after a failure, with the forum's lock held
     */
    JournalWriter(Tail tail, ReentrantLock forum, Consumer<List<Segment>> unused) {
        this.tail = tail;
        this.complete = tail.segment().header().first() - 1;
        this.forum = forum;
        this.unused = unused;
    }

    void feed(Feed listener) {
        feed = Optional.of(listener);
    }

    boolean isFed() {
        return feed.isPresent();
    }

    /** Tell whether a write failed and what it left is not mended yet. */
    boolean isBroken() {
        return mending != null;
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

    /** Tell the number of the last segment that is complete and durable. */
    long complete() {
        return complete;
    }

    /** Do something while nobody else writes. */
    void exclusively(Runnable action) {
        commit.exclusively(action);
    }

    /** Make the segment sound again if a write to it failed. */
    void mend() {
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
            forget();
        });
    }

    /** A virtual thread does not: those that are woken without end would keep it, and whoever waits for it, from going on. */
    private static void letOthersAppend() {
        if (!Thread.currentThread().isVirtual()) {
            Thread.yield();
        }
    }

    /** Forget that there is something to mend. */
    void forget() {
        forum.lock();
        try {
            mending = null;
        } finally {
            forum.unlock();
        }
    }

    /** Write all that was appended; called by who leads, or exclusively. */
    void flush() {
        letOthersAppend();
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
            return tail.take();
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
            tail.written(batch);
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
            Log.log(Level.ERROR, "The feed failed", e);
        }
    }

    private void retire(Segment segment) {
        complete = segment.last();
        try {
            segment.file().close();
        } catch (IOException e) {
            Log.log(Level.WARNING, "Cannot close " + segment.path(), e);
        }
    }

    /** Undo everything that is not durable and remember where to mend the journal. */
    private void fail(List<Batch> lost, StorageException cause) {
        forum.lock();
        try {
            mending = tail.rollBack(lost, unused);
            losses.add(commit.settled() + 1, tail.appended(), cause);
            commit.settle(tail.appended());
        } finally {
            forum.unlock();
        }
        Log.log(Level.ERROR, cause.getMessage());
    }
}
