package forum.storage.fs;

import forum.api.Name;
import forum.api.Text;

/**
 * Record one change of the forum, as the journal keeps it (docs/storage-format.md, Records).
 *
 * <p>Applying the same changes in the same order always makes the same forum.
 */
sealed interface Change {

    /** Happen to a thread. */
    sealed interface InThread extends Change {

        /** Name the thread. */
        long thread();

        /** Tell the thread's revision after this change. */
        long revision();

        /** Tell when, in milliseconds since 1970. */
        long time();
    }

    /** A thread was created. */
    record Created(long thread, long revision, long time, Name owner, Name title) implements InThread {}

    /** A message was posted. */
    record Posted(long thread, long revision, long time, long id, Name author, Text text) implements InThread {}

    /** A message was posted whose text is told by a later {@link Edited}; only compaction writes it. */
    record Placed(long thread, long revision, long time, long id, Name author) implements InThread {}

    /** A message's text was replaced. */
    record Edited(long thread, long revision, long time, long id, Name actor, Text text) implements InThread {}

    /** A message was deleted. */
    record Deleted(long thread, long revision, long time, long id, Name actor) implements InThread {}

    /** A thread was removed. */
    record Removed(long thread, long revision, long time, Name actor) implements InThread {}

    /** A file was attached. */
    record Attached(long thread, long revision, long time, long id, Name author, StoredFile file) implements InThread {}

    /** A thread had got so far when changes before were dropped; only compaction writes it. */
    record Reached(long thread, long revision, long time) implements InThread {}

    /** A plugin wrote a key. */
    record Stored(String plugin, String key, byte[] value) implements Change {}

    /** A plugin removed a key. */
    record Dropped(String plugin, String key) implements Change {}

    /** The segment is complete; the journal goes on in the next one. */
    record Sealed() implements Change {}

    /** The storage was closed in good order. */
    record Closed() implements Change {}

    /**
     * Describe the bytes of an attached file.
     *
     * @param blob names the file on disk
     */
    record StoredFile(Name name, long size, String sha256, long blob) {}

    /** Tell the id that the change gave to something new, 0 if it gave none. */
    static long newId(Change change) {
        return switch (change) {
            case Created created -> created.thread();
            case Posted posted -> posted.id();
            case Placed placed -> placed.id();
            case Attached attached -> attached.id();
            case Edited _, Deleted _, Removed _, Reached _, Stored _, Dropped _, Sealed _, Closed _ -> 0;
        };
    }

    /** Tell how long the text is that the change carries. */
    static int textLength(Change change) {
        return switch (change) {
            case Posted posted -> posted.text().length();
            case Edited edited -> edited.text().length();
            case Created _,
                    Placed _,
                    Deleted _,
                    Removed _,
                    Attached _,
                    Reached _,
                    Stored _,
                    Dropped _,
                    Sealed _,
                    Closed _ -> 0;
        };
    }
}
