package forum.storage.fs;

import forum.api.Name;

/** Tell how many bytes a record takes in the journal, but for a few: names count as if they were ASCII, and a
 * message's revision is not known. */
final class RecordSize {

    /** Length, checksum, batch and type. */
    private static final int HEAD = Frame.HEAD + Frame.SHORTEST_BODY;

    private static final int REVISION = 2;
    private static final int TIME = 8;
    private static final int SHA_256 = 32;

    private RecordSize() {}

    static int of(Change change) {
        return switch (change) {
            case Change.Created created -> inThread(created) + name(created.owner()) + name(created.title());
            case Change.Posted posted ->
                message(posted.thread(), posted.id(), posted.author())
                        + posted.text().length();
            case Change.Placed placed -> message(placed.thread(), placed.id(), placed.author());
            case Change.Edited edited ->
                message(edited.thread(), edited.id(), edited.actor())
                        + edited.text().length();
            case Change.Deleted deleted -> message(deleted.thread(), deleted.id(), deleted.actor());
            case Change.Removed removed -> inThread(removed) + name(removed.actor());
            case Change.Attached attached ->
                message(attached.thread(), attached.id(), attached.author())
                        + name(attached.file().name())
                        + SHA_256
                        + number(attached.file().size())
                        + number(attached.file().blob());
            case Change.Reached reached -> inThread(reached);
            case Change.Stored stored -> stored(stored.plugin(), stored.key(), stored.value().length);
            case Change.Dropped dropped -> stored(dropped.plugin(), dropped.key(), 0);
            case Change.Sealed _, Change.Closed _ -> HEAD;
        };
    }

    /** Tell the size of a change of a message, without the text. */
    static int message(long thread, long id, Name user) {
        return HEAD + number(thread) + REVISION + TIME + number(id) + name(user);
    }

    static int stored(String plugin, String key, int value) {
        return HEAD + 2 + plugin.length() + key.length() + value;
    }

    private static int inThread(Change.InThread change) {
        return HEAD + number(change.thread()) + number(change.revision()) + TIME;
    }

    private static int name(Name name) {
        return 1 + name.value().length();
    }

    private static int number(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value | 1) + 6) / 7;
    }
}
