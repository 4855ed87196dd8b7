package forum.storage.fs;

import forum.api.storage.Feed;
import forum.api.storage.StorageException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Append changes one after the other to segments.
 *
 * <p>{@link #append}, {@link #hasRoom} and {@link #present} are called with the forum's lock held, all else without.
 * Room is there before a change is appended: the segments are written with zeros ahead.
 */
final class Journal {

    private final SegmentSupply supply;
    private final ReentrantLock forum;
    private final Executor housekeeper;
    private final Tail tail;
    private final JournalWriter writer;
    private final ReentrantLock preparing = new ReentrantLock();
    private volatile boolean preparingAhead;

    /**
     * Go on writing where the replay ended.
     *
     * @param nextId tells the id that comes next, with the forum's lock held
     */
    Journal(JournalFolder folder, Recovery.Place end, ReentrantLock forum, Executor housekeeper, LongSupplier nextId) {
        this.supply = new SegmentSupply(folder, forum, nextId, end.spares());
        this.forum = forum;
        this.housekeeper = housekeeper;
        this.tail = new Tail(end.segment(), end.offset());
        this.writer = new JournalWriter(tail, forum, supply::putBack);
    }

    void feed(Feed listener) {
        writer.feed(listener);
    }

    boolean isFed() {
        return writer.isFed();
    }

    /** Tell whether a change of this size can be appended now. */
    boolean hasRoom(int bytes) {
        return !writer.isBroken() && !tail.isTooFarAhead() && (!supply.isEmpty() || tail.fits(bytes));
    }

    /** Append a change for which there is room; gives its position. */
    long append(Change change, int room, Pending pending) {
        if (!tail.fits(room)) {
            tail.goOn(supply.take());
        }
        if (supply.isEmpty() && !preparingAhead && tail.isHalfFull()) {
            preparingAhead = true;
            housekeeper.execute(this::prepareAhead);
        }
        return tail.add(change, room, pending);
    }

    /** Tell the number of the segment that the latest change is in. */
    long present() {
        return tail.segment().last();
    }

    /** Tell up to where it is decided whether changes are durable. */
    long settled() {
        return writer.settled();
    }

    /** Return once all changes between two positions are durable. */
    void sync(long low, long high) {
        writer.sync(low, high);
    }

    /** Make all durable that was appended and is not settled yet. */
    void syncAll() {
        long last = appended();
        if (last > settled()) {
            sync(last, last);
        }
    }

    /** Tell the position of the latest change. */
    long appended() {
        forum.lock();
        try {
            return tail.appended();
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
            writer.mend();
            prepare(bytes);
        } catch (IOException e) {
            throw Trouble.of("make room in the journal", e);
        } finally {
            preparing.unlock();
        }
    }

    private boolean isTooFarAhead() {
        forum.lock();
        try {
            return tail.isTooFarAhead();
        } finally {
            forum.unlock();
        }
    }

    private void prepare(int bytes) throws IOException {
        forum.lock();
        try {
            if (tail.fits(bytes)) {
                return;
            }
        } finally {
            forum.unlock();
        }
        supply.prepare(tail::segment, JournalFolder::lengthAfter);
        preparingAhead = false;
    }

    /** Have a segment made; one attempt is enough, for who finds none makes the next attempt. */
    private void prepareAhead() {
        try {
            makeRoom(Integer.MAX_VALUE);
        } catch (StorageException e) {
            Log.log(Level.WARNING, e.getMessage());
        }
    }

    /** Go on in the next segment, if this one has anything; gives the number of the last complete and durable one. */
    long complete() throws IOException {
        preparing.lock();
        try {
            writer.mend();
            prepareShort();
            forum.lock();
            try {
                if (tail.isBegun() && !writer.isBroken() && !supply.isEmpty()) {
                    tail.goOn(supply.take());
                }
            } finally {
                forum.unlock();
            }
            writer.exclusively(writer::flush);
            return writer.complete();
        } finally {
            preparing.unlock();
        }
    }

    /** On a full disk, what is complete already can be compacted. */
    private void prepareShort() throws IOException {
        try {
            supply.prepare(tail::segment, any -> JournalFolder.SHORTEST);
        } catch (IOException e) {
            if (!Trouble.isFull(e)) {
                throw e;
            }
        }
    }

    /** Begin anew, with nothing before. */
    void restart(Runnable whenEmpty) {
        preparing.lock();
        try {
            writer.exclusively(() -> {
                forum.lock();
                try {
                    writer.flush();
                    Segment old = tail.segment();
                    tail.restart(supply.startOver(old));
                    writer.forget();
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
            writer.mend();
        }
        forum.lock();
        try {
            if (!writer.isBroken() && tail.fits(0)) {
                tail.add(new Change.Closed(), Frame.SHORTEST, new Pending(() -> {}, null));
            }
        } finally {
            forum.unlock();
        }
        syncAll();
    }

    /** Tell which segment the journal ends in. */
    long lastSegment() {
        return tail.segment().header().first();
    }

    /** Tell where in its last segment the journal ends. */
    int end() {
        return tail.end();
    }

    /** Close the files. */
    void close() throws IOException {
        tail.segment().file().close();
        supply.close();
    }
}
