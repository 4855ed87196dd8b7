package forum.storage.fs;

import forum.api.storage.StorageException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Free the disk and the memory of what was removed, deleted and replaced, beside the traffic.
 *
 * <p>A {@link Sweep} of the journal begins when there is {@linkplain Waste#isDue enough to gain}, a {@link Relocation} of
 * texts when slabs are {@linkplain Slabs#isSparse sparse}.
 */
final class Compaction implements AutoCloseable {

    private static final long PAUSE_NANOS = 10_000_000_000L;

    private final JournalFolder folder;
    private final Journal journal;
    private final ForumState state;
    private final ReentrantLock forum;
    private final Retention retention;
    private final Housekeeper thread = new Housekeeper("forum-storage-compaction");
    private volatile boolean closing;
    private volatile int erased;

    /** Guarded by the forum's lock. */
    private boolean scheduled;

    /** Guarded by the forum's lock: after a sweep that failed, the next one waits for more to gain. */
    private long enoughDead;

    /** When texts may be moved again; without a reader that keeps old ones this would not matter. */
    private volatile long relocation = System.nanoTime();

    Compaction(JournalFolder folder, Journal journal, ForumState state, ReentrantLock forum, Retention retention) {
        this.folder = folder;
        this.journal = journal;
        this.state = state;
        this.forum = forum;
        this.retention = retention;
    }

    /** Begin if there is enough to gain; called with the forum's lock held. */
    void consider() {
        if (!scheduled && (isSweepDue() || isRelocationDue())) {
            scheduled = true;
            thread.execute(this::runWhatIsDue);
        }
    }

    /** Sweep and move all that can be, now. */
    synchronized void run() throws IOException {
        sweep();
        relocate();
    }

    /** Wait for the end of what has begun by itself. */
    void await() throws InterruptedException {
        thread.await();
    }

    /** Take note that everything was erased; called with the forum's lock held. */
    void erased() {
        erased++;
        enoughDead = 0;
    }

    /** Break off and end. */
    @Override
    public void close() {
        closing = true;
        thread.close();
    }

    private void runWhatIsDue() {
        try {
            runIfDue();
        } finally {
            forum.lock();
            try {
                scheduled = false;
            } finally {
                forum.unlock();
            }
        }
    }

    private synchronized void runIfDue() {
        boolean sweepDue;
        boolean relocationDue;
        forum.lock();
        try {
            sweepDue = isSweepDue();
            relocationDue = isRelocationDue();
        } finally {
            forum.unlock();
        }
        if (relocationDue) {
            relocate();
        }
        if (sweepDue) {
            sweepAndReport();
        }
    }

    private boolean isSweepDue() {
        return !closing && state.waste.isDue() && state.waste.dead() >= enoughDead && !retention.isHeld();
    }

    private boolean isRelocationDue() {
        return !closing && state.slabs.isSparse() && System.nanoTime() - relocation > 0;
    }

    private void sweepAndReport() {
        int generation = erased;
        try {
            sweep();
        } catch (IOException | StorageException e) {
            if (generation == erased && !closing) {
                Log.log(Level.WARNING, "Cannot compact the journal, which goes on growing: " + e.getMessage());
            }
        }
    }

    private void sweep() throws IOException {
        int generation = erased;
        long complete = journal.complete();
        Waste.Mark start = mark();
        Sweep sweep = new Sweep(
                folder, journal, state, forum, retention, () -> closing || retention.isHeld() || erased != generation);
        boolean done = sweep.run(complete);
        forum.lock();
        try {
            if (done && erased == generation) {
                state.waste.swept(start, sweep.dropped(), sweep.left());
                enoughDead = 0;
            }
        } finally {
            forum.unlock();
        }
    }

    /** Note what there is before, and that a failure makes the next sweep wait. */
    private Waste.Mark mark() {
        forum.lock();
        try {
            Waste.Mark start = state.waste.mark();
            enoughDead = start.dead() + Waste.LEAST;
            return start;
        } finally {
            forum.unlock();
        }
    }

    private void relocate() {
        try {
            new Relocation(state, forum, () -> closing).run();
        } catch (StorageException e) {
            Log.log(Level.INFO, "Texts are moved together in parts, for there is little room: " + e.getMessage());
        }
        System.gc(); // slabs go with their last buffer, and those are old: without this they would go much later
        relocation = System.nanoTime() + PAUSE_NANOS;
    }
}
