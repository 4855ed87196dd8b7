package forum.storage.fs;

import forum.storage.fs.Change.InThread;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tell which records of a complete segment are still needed, given that the segments before it hold only what was needed
 * when this sweep came to them. Guarded by the forum's lock.
 *
 * <p>A deletion is not needed any more then: all that it deleted has left the segments before, and this one is just
 * doing so.
 */
final class Liveness {

    /** Say what becomes of a record. */
    enum Verdict {
        /** It stays as it is. */
        KEEP,
        /** It stays without its text, which a later record tells. */
        PLACE,
        /** It goes. */
        DROP
    }

    private static final long GONE = -1;

    private final ForumState state;
    private final SegmentHeader segment;
    private final Map<Long, Change.Reached> reached = new HashMap<>();

    Liveness(ForumState state, SegmentHeader segment) {
        this.state = state;
        this.segment = segment;
    }

    /** Judge a record; called in the order of the journal. */
    Verdict judge(Change change) {
        Verdict verdict = switch (change) {
            case Change.Created created -> keepIf(state.thread(created.thread()) != null);
            case Change.Attached attached -> keepIf(state.thread(attached.thread()) != null);
            case Change.Posted posted -> posted(posted);
            case Change.Placed placed -> keepIf(place(placed.thread(), placed.id()) != GONE);
            case Change.Edited edited -> keepIf(isPresent(edited));
            case Change.Stored stored -> keepIf(state.plugins.isWrittenIn(stored.plugin(), stored.key(), segment));
            case Change.Deleted _,
                    Change.Removed _,
                    Change.Reached _,
                    Change.Dropped _,
                    Change.Sealed _,
                    Change.Closed _ -> Verdict.DROP;
        };
        if (verdict == Verdict.DROP && change instanceof InThread inThread) {
            takeNote(inThread);
        }
        return verdict;
    }

    /** List the threads whose latest change was dropped, with what it said of revision and time; asked at the end. */
    List<Change.Reached> reached() {
        return reached.values().stream().filter(this::isLatest).toList();
    }

    private void takeNote(InThread dropped) {
        Change.Reached latest = new Change.Reached(dropped.thread(), dropped.revision(), dropped.time());
        if (isLatest(latest)) {
            reached.put(latest.thread(), latest);
        }
    }

    private boolean isLatest(Change.Reached change) {
        ThreadState thread = state.thread(change.thread());
        return thread != null && thread.revision() == change.revision();
    }

    private Verdict posted(Change.Posted posted) {
        long place = place(posted.thread(), posted.id());
        if (place == GONE) {
            return Verdict.DROP;
        }
        return Place.isEdited(place) ? Verdict.PLACE : Verdict.KEEP;
    }

    private boolean isPresent(Change.Edited edited) {
        long place = place(edited.thread(), edited.id());
        return place != GONE && Place.isEdited(place) && state.slabs.revision(place) == edited.revision();
    }

    /** Find where the text of a message is; a file's place, which is negative, too, is as good as none. */
    private long place(long threadId, long id) {
        ThreadState thread = state.thread(threadId);
        if (thread == null) {
            return GONE;
        }
        int position = thread.entries.below(id);
        return ThreadChanges.isMessage(thread, position, id)
                ? thread.entries.entry(position).place()
                : GONE;
    }

    private static Verdict keepIf(boolean needed) {
        return needed ? Verdict.KEEP : Verdict.DROP;
    }
}
