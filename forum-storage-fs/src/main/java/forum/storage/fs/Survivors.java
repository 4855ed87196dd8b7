package forum.storage.fs;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Find the records of a complete segment that are still needed, a few at a time so that nobody waits for it. */
final class Survivors {

    private static final int AT_A_TIME = 256;

    private record Found(int at, Change change) {}

    private record Key(String plugin, String key) {}

    private final ByteBuffer image;
    private final ReentrantLock forum;
    private final Liveness liveness;
    private final List<Found> chunk = new ArrayList<>();
    private final Map<Key, Integer> latest = new HashMap<>();
    private List<Change.Reached> reached = List.of();

    /** Where each record begins that stays; the complement if its text goes; 0 if it turned out to be replaced. */
    private int[] kept = new int[1024];

    private int count;
    private int before;
    private int after;

    private Survivors(ByteBuffer image, ReentrantLock forum, Liveness liveness) {
        this.image = image;
        this.forum = forum;
        this.liveness = liveness;
    }

    /**
     * Look at a segment.
     *
     * @throws IllegalArgumentException if it is not sound up to its seal
     */
    static Survivors of(ByteBuffer image, ReentrantLock forum, Liveness liveness) {
        Survivors survivors = new Survivors(image, forum, liveness);
        SegmentScan scan = new SegmentScan(image);
        scan.read(survivors::look);
        if (!scan.isSealed()) {
            throw new IllegalArgumentException("no sound record is at byte " + scan.end());
        }
        survivors.end();
        return survivors;
    }

    /** Tell how many bytes the records took that the segment had. */
    int before() {
        return before;
    }

    /** Tell how many bytes those take that stay. */
    int after() {
        return after;
    }

    /** Write those that stay at the target's position, each a batch of its own. */
    void writeTo(ByteBuffer target) {
        for (int i = 0; i < count; i++) {
            if (kept[i] > 0) {
                Frame.copy(image, kept[i], target.position(), target);
            } else if (kept[i] < 0 && Frame.read(image, ~kept[i]).orElseThrow() instanceof Change.Posted posted) {
                Frame.write(
                        new Change.Placed(
                                posted.thread(), posted.revision(), posted.time(), posted.id(), posted.author()),
                        target.position(),
                        target);
            }
        }
        reached.forEach(change -> Frame.write(change, target.position(), target));
    }

    private void look(int at, Change change) {
        if (change instanceof Change.Sealed || change instanceof Change.Closed) {
            return;
        }
        chunk.add(new Found(at, change));
        if (chunk.size() == AT_A_TIME) {
            judge();
        }
    }

    private void end() {
        judge();
        forum.lock();
        try {
            reached = liveness.reached();
        } finally {
            forum.unlock();
        }
        reached.forEach(change -> after += RecordSize.of(change));
    }

    private void judge() {
        forum.lock();
        try {
            chunk.forEach(this::judge);
        } finally {
            forum.unlock();
        }
        chunk.clear();
    }

    private void judge(Found found) {
        int size = size(found.at);
        before += size;
        switch (liveness.judge(found.change)) {
            case KEEP -> {
                forgetReplaced(found.change);
                keep(found.at, size);
            }
            case PLACE -> keep(~found.at, size - Change.textLength(found.change));
            case DROP -> {}
        }
    }

    /** Of the values of a key that one segment holds, the latest one stays. */
    private void forgetReplaced(Change change) {
        if (change instanceof Change.Stored stored) {
            Integer replaced = latest.put(new Key(stored.plugin(), stored.key()), count);
            if (replaced != null) {
                after -= size(kept[replaced]);
                kept[replaced] = 0;
            }
        }
    }

    private void keep(int at, int size) {
        if (count == kept.length) {
            kept = Arrays.copyOf(kept, count * 2);
        }
        kept[count++] = at;
        after += size;
    }

    private int size(int at) {
        return Frame.next(image, at) - at;
    }
}
