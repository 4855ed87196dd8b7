package forum.storage.fs;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hold a run of a thread's entries in arrays, oldest first.
 *
 * <p>A change is made in place, unless a {@link Slice} shows the block: then it is made in a copy, and whoever holds the
 * slice may read the old one without a lock. Entries may still be added behind those that a slice ends with.
 */
final class Block {

    /** The most entries in a block. */
    static final int MOST = 256;

    private static final int FIELDS = 3;
    private static final int ID = 0;
    private static final int TIME = 1;
    private static final int AUTHOR = 2;
    private static final int FEWEST = 4;

    private final long firstId;
    private final long firstTime;
    private final int[] fields;
    private final long[] places;
    private int count;
    private int files;
    private boolean shown;
    private boolean shownToItsEnd;

    private Block(long firstId, long firstTime, int capacity) {
        this.firstId = firstId;
        this.firstTime = firstTime;
        this.fields = new int[capacity * FIELDS];
        this.places = new long[capacity];
    }

    /** Make a block of one entry. */
    static Block of(EntryData entry) {
        Block block = new Block(entry.id(), entry.time(), FEWEST);
        block.put(entry);
        return block;
    }

    int count() {
        return count;
    }

    int messages() {
        return count - files;
    }

    long id(int index) {
        return firstId + fields[index * FIELDS + ID];
    }

    long time(int index) {
        return firstTime + fields[index * FIELDS + TIME];
    }

    int author(int index) {
        return fields[index * FIELDS + AUTHOR];
    }

    long place(int index) {
        return places[index];
    }

    EntryData entry(int index) {
        return new EntryData(id(index), time(index), author(index), places[index]);
    }

    /** Count the entries with a lesser id. */
    int below(long id) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = low + high >>> 1;
            if (id(middle) < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Count the messages before an index. */
    int messagesBefore(int index) {
        if (files == 0) {
            return index;
        }
        int messages = 0;
        for (int i = 0; i < index; i++) {
            messages += Place.isFile(places[i]) ? 0 : 1;
        }
        return messages;
    }

    /** Find the message that has so many messages of this block before it. */
    int indexOfMessage(int before) {
        if (files == 0) {
            return before;
        }
        int index = 0;
        for (int left = before; left > 0 || Place.isFile(places[index]); index++) {
            left -= Place.isFile(places[index]) ? 0 : 1;
        }
        return index;
    }

    /**
     * Take note that a slice shows the block.
     *
     * @param toItsEnd whether all entries from some index on, however many there are
     */
    void show(boolean toItsEnd) {
        shown = true;
        shownToItsEnd |= toItsEnd;
    }

    /** Tell whether an entry can be put at the end. */
    boolean takes(EntryData entry) {
        return count < MOST && fits(entry);
    }

    /** Tell whether an entry is near enough to the first one. */
    boolean fits(EntryData entry) {
        long id = entry.id() - firstId;
        long time = entry.time() - firstTime;
        return id == (int) id && time == (int) time;
    }

    /** Put an entry at the end, here or in the copy that is returned. */
    Block append(EntryData entry) {
        Block target = this;
        if (shownToItsEnd || count == places.length) {
            target = new Block(firstId, firstTime, Math.clamp(count * 2L, FEWEST, Math.max(MOST, count + 1)));
            target.take(this, 0, count);
        }
        target.put(entry);
        return target;
    }

    /** Change the place of an entry, here or in the copy that is returned. */
    Block replace(int index, long place) {
        Block target = shown ? copy(count) : this;
        target.places[index] = place;
        return target;
    }

    /** Take an entry out, here or in the copy that is returned. */
    Block remove(int index) {
        Block target = shown ? copy(count) : this;
        target.files -= Place.isFile(target.places[index]) ? 1 : 0;
        int after = target.count - index - 1;
        System.arraycopy(target.fields, (index + 1) * FIELDS, target.fields, index * FIELDS, after * FIELDS);
        System.arraycopy(target.places, index + 1, target.places, index, after);
        target.count--;
        return target;
    }

    /** Put an entry back where it was, in a copy. */
    Block insert(int index, EntryData entry) {
        Block copy = new Block(firstId, firstTime, count + 1);
        copy.take(this, 0, index);
        copy.put(entry);
        copy.take(this, index, count);
        return copy;
    }

    /** Tell whether the entries of the block after this one fit into one block with these, with room to grow. */
    boolean takesAll(Block after) {
        return count + after.count <= MOST * 3 / 4 && after.entries().allMatch(this::fits);
    }

    /** Join this block and the one after it. */
    Block join(Block after) {
        Block joined = copy(count + after.count);
        after.entries().forEach(joined::put);
        return joined;
    }

    private Block copy(int capacity) {
        Block copy = new Block(firstId, firstTime, Math.max(capacity, FEWEST));
        copy.take(this, 0, count);
        return copy;
    }

    private Stream<EntryData> entries() {
        return IntStream.range(0, count).mapToObj(this::entry);
    }

    /** Take entries of a block with the same first id and time. */
    private void take(Block other, int from, int to) {
        System.arraycopy(other.fields, from * FIELDS, fields, count * FIELDS, (to - from) * FIELDS);
        System.arraycopy(other.places, from, places, count, to - from);
        count += to - from;
        files += (to - from) - (other.messagesBefore(to) - other.messagesBefore(from));
    }

    private void put(EntryData entry) {
        int at = count * FIELDS;
        fields[at + ID] = (int) (entry.id() - firstId);
        fields[at + TIME] = (int) (entry.time() - firstTime);
        fields[at + AUTHOR] = entry.author();
        places[count] = entry.place();
        files += Place.isFile(entry.place()) ? 1 : 0;
        count++;
    }
}
