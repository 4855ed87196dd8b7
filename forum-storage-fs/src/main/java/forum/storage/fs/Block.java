package forum.storage.fs;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Hold a run of a thread's entries, oldest first, in {@link Rows}.
 *
 * <p>A change is made in place, unless a {@link Slice} shows the block, or a number needs wider columns: then it is made
 * in a copy, and whoever holds the slice may read the old one without a lock. Entries may still be added behind those
 * that a slice ends with.
 */
final class Block {

    /** The most entries in a block. */
    static final int MOST = 256;

    private final Rows rows;
    private int count;
    private int files;
    private boolean shown;
    private boolean shownToItsEnd;

    private Block(Rows rows) {
        this.rows = rows;
    }

    /** Make a block of one entry, with columns as wide as those of the block before it, if there is one. */
    static Block of(EntryData entry, @Nullable Block before) {
        Rows narrow = Rows.from(entry);
        Block block = new Block(before == null ? narrow : narrow.asWideAs(before.rows));
        block.put(entry);
        return block;
    }

    /** Read a block that was written; it can be appended to. */
    static Block read(FieldReader source) {
        int count = source.smallNumber(MOST);
        int files = source.smallNumber(count);
        Block block = new Block(Rows.read(source, count));
        block.count = count;
        block.files = files;
        return block;
    }

    void writeTo(ByteBuffer target) {
        Fields.putNumber(target, count);
        Fields.putNumber(target, files);
        rows.writeTo(target, count);
    }

    int count() {
        return count;
    }

    int messages() {
        return count - files;
    }

    long id(int index) {
        return rows.id(index);
    }

    long time(int index) {
        return rows.time(index);
    }

    int author(int index) {
        return rows.author(index);
    }

    long place(int index) {
        return rows.place(index);
    }

    EntryData entry(int index) {
        return rows.entry(index);
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
            messages += rows.isFile(i) ? 0 : 1;
        }
        return messages;
    }

    /** Find the message that has so many messages of this block before it. */
    int indexOfMessage(int before) {
        if (files == 0) {
            return before;
        }
        int index = 0;
        for (int left = before; left > 0 || rows.isFile(index); index++) {
            left -= rows.isFile(index) ? 0 : 1;
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

    boolean isFull() {
        return count >= MOST;
    }

    /** Put an entry at the end, here or in the copy that is returned. */
    Block append(EntryData entry) {
        Block target = shownToItsEnd || count == rows.capacity() || !rows.takes(entry)
                ? copy(0, count, Math.clamp(count * 2L, count + 1, Math.max(MOST, count + 1)), entry)
                : this;
        target.put(entry);
        return target;
    }

    /** Change the place of an entry, here or in the copy that is returned. */
    Block replace(int index, long place) {
        EntryData old = entry(index);
        EntryData changed = new EntryData(old.id(), old.time(), old.author(), place);
        Block target = shown || !rows.takes(changed) ? copy(0, count, count, changed) : this;
        target.rows.put(index, changed);
        return target;
    }

    /** Take an entry out, here or in the copy that is returned. */
    Block remove(int index) {
        Block target = shown ? copy(0, count, count, entry(index)) : this;
        target.files -= target.rows.isFile(index) ? 1 : 0;
        target.rows.move(index + 1, target.count, index);
        target.count--;
        return target;
    }

    /** Put an entry back where it was, in a copy. */
    Block insert(int index, EntryData entry) {
        Block copy = copy(0, index, count + 1, entry);
        copy.put(entry);
        copy.take(this, index, count);
        return copy;
    }

    /** Tell whether the entries of the block after this one fit into one block with these, with room to grow. */
    boolean takesAll(Block after) {
        return count + after.count <= MOST * 3 / 4;
    }

    /** Join this block and the one after it. */
    Block join(Block after) {
        Block joined = new Block(rows.wideEnough(after.rows, after.count, count + after.count));
        joined.take(this, 0, count);
        joined.take(after, 0, after.count);
        return joined;
    }

    private Block copy(int from, int to, int capacity, EntryData wideEnoughFor) {
        Block copy = new Block(rows.wideEnough(wideEnoughFor, capacity));
        copy.take(this, from, to);
        return copy;
    }

    private void take(Block other, int from, int to) {
        rows.copy(other.rows, from, to, count);
        count += to - from;
        files += (to - from) - (other.messagesBefore(to) - other.messagesBefore(from));
    }

    private void put(EntryData entry) {
        rows.put(count, entry);
        files += Place.isFile(entry.place()) ? 1 : 0;
        count++;
    }
}
