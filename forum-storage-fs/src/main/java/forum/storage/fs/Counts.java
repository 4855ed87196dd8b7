package forum.storage.fs;

import java.util.Arrays;

/**
 * Add up counts of blocks in logarithmic time: a Fenwick tree that grows at its end.
 *
 * <p>The last count, which most changes are of, is kept apart and joins the tree when another one follows.
 */
final class Counts {

    private int[] tree = new int[9];

    /** How many counts are in the tree. */
    private int size;

    private int last;
    private boolean empty = true;

    int size() {
        return empty ? 0 : size + 1;
    }

    void append(int count) {
        if (!empty) {
            grow(last);
        }
        empty = false;
        last = count;
    }

    private void grow(int count) {
        size++;
        if (size == tree.length) {
            tree = Arrays.copyOf(tree, size * 2);
        }
        int sum = count;
        for (int child = 1; child < (size & -size); child <<= 1) {
            sum += tree[size - child];
        }
        tree[size] = sum;
    }

    void add(int index, int difference) {
        if (index == size) {
            last += difference;
            return;
        }
        for (int i = index + 1; i <= size; i += i & -i) {
            tree[i] += difference;
        }
    }

    /** Sum the counts before an index. */
    int before(int index) {
        int sum = index > size ? last : 0;
        for (int i = Math.min(index, size); i > 0; i &= i - 1) {
            sum += tree[i];
        }
        return sum;
    }

    /** Find the index whose count holds the unit at a position, counted from 0; the size if it is beyond all. */
    int indexAt(int position) {
        int index = 0;
        int rest = position;
        for (int step = Integer.highestOneBit(Math.max(size, 1)); step > 0; step >>= 1) {
            if (index + step <= size && tree[index + step] <= rest) {
                index += step;
                rest -= tree[index];
            }
        }
        return index == size && rest >= last ? size() : index;
    }

    void clear() {
        size = 0;
        last = 0;
        empty = true;
    }
}
