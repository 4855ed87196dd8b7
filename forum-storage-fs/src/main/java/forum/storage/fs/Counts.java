package forum.storage.fs;

import java.util.Arrays;

/** Add up counts of blocks in logarithmic time: a Fenwick tree that grows at its end. */
final class Counts {

    private int[] tree = new int[9];
    private int size;

    int size() {
        return size;
    }

    void append(int count) {
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
        for (int i = index + 1; i <= size; i += i & -i) {
            tree[i] += difference;
        }
    }

    /** Sum the counts before an index. */
    int before(int index) {
        int sum = 0;
        for (int i = index; i > 0; i &= i - 1) {
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
        return index;
    }

    void clear() {
        size = 0;
    }
}
