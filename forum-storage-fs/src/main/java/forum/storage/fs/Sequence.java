package forum.storage.fs;

import java.util.Arrays;

/**
 * Keep the entries of a thread in order: cheap to append to, to find by number or id, and to delete from, however many
 * there are. Guarded by the forum's lock; a {@link Slice} is not.
 *
 * <p>Entries are in blocks, which are found through sums of their counts. A position counts entries from 0.
 */
final class Sequence {

    private Block[] blocks = new Block[1];
    private final Counts entries = new Counts();
    private final Counts messages = new Counts();
    private int size;
    private int messageCount;

    int size() {
        return size;
    }

    int messages() {
        return messageCount;
    }

    void append(EntryData entry) {
        int last = entries.size() - 1;
        if (last >= 0 && !blocks[last].isFull()) {
            blocks[last] = blocks[last].append(entry);
            count(last, entry, 1);
            return;
        }
        append(Block.of(entry, last < 0 ? null : blocks[last]));
    }

    /** Append a block as it is. */
    void append(Block block) {
        int count = entries.size();
        if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, count + count / 2 + 1);
        }
        blocks[count] = block;
        entries.append(block.count());
        messages.append(block.messages());
        size += block.count();
        messageCount += block.messages();
    }

    /** Count the blocks. */
    int blocks() {
        return entries.size();
    }

    Block block(int index) {
        return blocks[index];
    }

    EntryData entry(int position) {
        int block = entries.indexAt(position);
        return blocks[block].entry(position - entries.before(block));
    }

    /** Find the position of the message with a number that is in use. */
    int positionOfMessage(int number) {
        int block = messages.indexAt(number - 1);
        return entries.before(block) + blocks[block].indexOfMessage(number - 1 - messages.before(block));
    }

    /** Count the messages before a position. */
    int messagesBefore(int position) {
        int block = entries.indexAt(position);
        return block == entries.size()
                ? messageCount
                : messages.before(block) + blocks[block].messagesBefore(position - entries.before(block));
    }

    /** Count the entries with a lesser id. */
    int below(long id) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (blocks[middle].id(0) < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : entries.before(low - 1) + blocks[low - 1].below(id);
    }

    void replace(int position, long place) {
        int block = entries.indexAt(position);
        blocks[block] = blocks[block].replace(position - entries.before(block), place);
    }

    void remove(int position) {
        int block = entries.indexAt(position);
        int index = position - entries.before(block);
        EntryData entry = blocks[block].entry(index);
        Block rest = blocks[block].remove(index);
        count(block, entry, -1);
        if (rest.count() == 0) {
            removeBlock(block);
            return;
        }
        blocks[block] = rest;
        if (rest.count() < Block.MOST / 4 && block + 1 < entries.size() && rest.takesAll(blocks[block + 1])) {
            blocks[block + 1] = rest.join(blocks[block + 1]);
            removeBlock(block);
        }
    }

    /** Put an entry back where it was. */
    void insert(int position, EntryData entry) {
        if (position == size) {
            append(entry);
            return;
        }
        int block = entries.indexAt(position);
        blocks[block] = blocks[block].insert(position - entries.before(block), entry);
        count(block, entry, 1);
    }

    /** Show a part as it is now. */
    Slice slice(int from, int to) {
        if (from >= to) {
            return Slice.EMPTY;
        }
        int first = entries.indexAt(from);
        int last = entries.indexAt(to - 1);
        for (int block = first; block <= last; block++) {
            blocks[block].show(block < last);
        }
        return new Slice(
                Arrays.copyOfRange(blocks, first, last + 1),
                from - entries.before(first),
                to - from,
                messagesBefore(from));
    }

    private void count(int block, EntryData entry, int difference) {
        entries.add(block, difference);
        size += difference;
        if (!Place.isFile(entry.place())) {
            messages.add(block, difference);
            messageCount += difference;
        }
    }

    private void removeBlock(int block) {
        int count = entries.size();
        System.arraycopy(blocks, block + 1, blocks, block, count - block - 1);
        recount(count - 1);
    }

    private void recount(int count) {
        Arrays.fill(blocks, count, blocks.length, null);
        entries.clear();
        messages.clear();
        for (int i = 0; i < count; i++) {
            entries.append(blocks[i].count());
            messages.append(blocks[i].messages());
        }
    }
}
