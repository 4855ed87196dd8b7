package forum.storage.fs;

import java.util.Arrays;

/**
 * Hold a run of a thread's entries in arrays, oldest first.
 *
 * <p>Only the newest block of a thread is open, and even there what is in the arrays never changes; all other changes
 * make a new block. So whoever holds a block, and knows how many entries it had, may read it without a lock.
 */
final class Block {

    /** The most entries in a block. */
    static final int MOST = 256;

    private static final int FIELDS = 3;
    private static final int ID = 0;
    private static final int TIME = 1;
    private static final int AUTHOR = 2;

    private final long firstId;
    private final long firstTime;
    private final int[] fields;
    private final long[] places;
    private int count;
    private int files;
    private boolean open;

    private Block(long firstId, long firstTime, int capacity) {
        this.firstId = firstId;
        this.firstTime = firstTime;
        this.fields = new int[capacity * FIELDS];
        this.places = new long[capacity];
    }

    private Block(Block origin, int capacity) {
        this.firstId = origin.firstId;
        this.firstTime = origin.firstTime;
        this.fields = Arrays.copyOf(origin.fields, capacity * FIELDS);
        this.places = Arrays.copyOf(origin.places, capacity);
        this.count = origin.count;
        this.files = origin.files;
    }

    /** Make an open block of one entry. */
    static Block of(EntryData entry) {
        Block block = new Block(entry.id(), entry.time(), 4);
        block.open = true;
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

    /** Tell whether an entry can be put at the end. */
    boolean takes(EntryData entry) {
        return count < MOST && fits(entry);
    }

    /** Put an entry at the end, here or in the copy that is returned. */
    Block append(EntryData entry) {
        Block target = this;
        if (!open || count == places.length) {
            target = new Block(this, Math.min(Math.max(4, count * 2), MOST));
            target.open = true;
        }
        target.put(entry);
        return target;
    }

    /** Let the next block be the open one. */
    void seal() {
        open = false;
    }

    Block withPlace(int index, long place) {
        Block copy = new Block(this, Math.max(1, count));
        copy.places[index] = place;
        return copy;
    }

    Block without(int index) {
        Block copy = new Block(firstId, firstTime, count - 1);
        copy.take(this, 0, index);
        copy.take(this, index + 1, count);
        return copy;
    }

    /** Put an entry back where it was. */
    Block with(int index, EntryData entry) {
        Block copy = new Block(firstId, firstTime, count + 1);
        copy.take(this, 0, index);
        copy.put(entry);
        copy.take(this, index, count);
        return copy;
    }

    /** Tell whether the entries of the block after this one fit into one block with these, with room to grow. */
    boolean takesAll(Block after) {
        return count + after.count <= MOST * 3 / 4
                && after.count > 0
                && fits(after.entry(0))
                && fits(after.entry(after.count - 1))
                && after.widestTime() + Math.abs(after.firstTime - firstTime) <= Integer.MAX_VALUE;
    }

    Block withAll(Block after) {
        Block copy = new Block(firstId, firstTime, count + after.count);
        copy.take(this, 0, count);
        copy.take(after, 0, after.count);
        return copy;
    }

    /** Tell whether an entry is near enough to the first one. */
    boolean fits(EntryData entry) {
        long id = entry.id() - firstId;
        long time = entry.time() - firstTime;
        return id == (int) id && time == (int) time;
    }

    private long widestTime() {
        long widest = 0;
        for (int i = 0; i < count; i++) {
            widest = Math.max(widest, Math.abs((long) fields[i * FIELDS + TIME]));
        }
        return widest;
    }

    private void take(Block other, int from, int to) {
        for (int i = from; i < to; i++) {
            put(other.entry(i));
        }
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
