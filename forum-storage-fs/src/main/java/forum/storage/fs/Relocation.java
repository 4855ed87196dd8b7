package forum.storage.fs;

import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Move the last texts out of slabs that are mostly dead, a few at a time so that nobody waits for it.
 *
 * @param enough tells whether to give up
 */
record Relocation(ForumState state, ReentrantLock forum, BooleanSupplier enough) {

    private static final int AT_A_TIME = 512;

    void run() {
        BitSet sparse = sparse();
        long thread = 0;
        int entry = 0;
        while (!sparse.isEmpty() && !enough.getAsBoolean()) {
            forum.lock();
            try {
                ThreadState next = state.threadFrom(thread);
                if (next == null) {
                    return;
                }
                entry = next.id == thread ? entry : 0;
                int to = move(next.entries, entry, sparse);
                thread = to < next.entries.size() ? next.id : next.id + 1;
                entry = to;
            } finally {
                forum.unlock();
            }
        }
    }

    private BitSet sparse() {
        forum.lock();
        try {
            return state.slabs.sparse();
        } finally {
            forum.unlock();
        }
    }

    /** Move some texts, about a slab full at the most; gives where to go on. */
    private int move(Sequence entries, int from, BitSet sparse) {
        int end = Math.min(from + AT_A_TIME, entries.size());
        int moved = 0;
        int i = from;
        for (; i < end && moved < Slabs.SIZE; i++) {
            long place = entries.entry(i).place();
            if (!Place.isFile(place)
                    && place != Place.NO_TEXT
                    && sparse.get((int) (Place.address(place) / Slabs.SIZE))) {
                entries.replace(i, state.slabs.move(place));
                moved += Place.length(place);
            }
        }
        return i;
    }
}
