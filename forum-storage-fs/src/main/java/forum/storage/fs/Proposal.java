package forum.storage.fs;

import forum.api.Event;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Propose a change that nothing speaks against, to be carried out under the same lock if the journal has room.
 *
 * @param answer what to answer, asked once the change is made
 * @param event what to tell the feed, if anything
 * @param touched hears the change's position in the journal
 */
record Proposal<T>(Change change, Supplier<T> answer, Function<T, Optional<Event>> event, LongConsumer touched) {

    /** Bytes of the journal that are kept for what makes room. */
    private static final int KEPT = 64 * 1024;

    /** Tell whether the change makes the forum larger. */
    boolean grows() {
        return switch (change) {
            case Change.Created _, Change.Posted _, Change.Edited _, Change.Attached _, Change.Stored _ -> true;
            case Change.Deleted _,
                    Change.Removed _,
                    Change.Dropped _,
                    Change.Placed _,
                    Change.Reached _,
                    Change.Sealed _,
                    Change.Closed _ -> false;
        };
    }

    /** Tell how many bytes of the journal must be free for the change, so that there can be removals afterwards. */
    int roomWanted() {
        return grows() ? room() + KEPT : room();
    }

    /** Tell how many bytes of the journal the change can need. */
    int room() {
        return switch (change) {
            case Change.Posted posted ->
                room(posted.author().value()) + posted.text().length();
            case Change.Edited edited ->
                room(edited.actor().value()) + edited.text().length();
            case Change.Stored stored -> room(stored.plugin()) + stored.value().length;
            case Change.Dropped dropped -> room(dropped.plugin());
            case Change.Created created -> room(created.owner().value());
            case Change.Deleted deleted -> room(deleted.actor().value());
            case Change.Removed removed -> room(removed.actor().value());
            case Change.Attached attached -> room(attached.author().value());
            case Change.Placed _, Change.Reached _, Change.Sealed _, Change.Closed _ -> Frame.FIELDS;
        };
    }

    private static int room(String name) {
        return Frame.FIELDS + 3 * name.length();
    }
}
