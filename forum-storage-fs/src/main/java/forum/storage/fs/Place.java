package forum.storage.fs;

/**
 * Say in one number where the text of a message is, or which file of its thread an entry is.
 *
 * <p>A message: 45 bits address in the {@link Slabs}, 17 bits length, one bit for edited. A file: the complement of its
 * index, which is negative.
 */
final class Place {

    private static final int LENGTH_BITS = 17;
    private static final long LENGTH_MASK = (1L << LENGTH_BITS) - 1;
    private static final long EDITED = 1L << 62;
    private static final long ADDRESS_MASK = (1L << 45) - 1;

    /** The place of a message whose text is told by a later change. */
    static final long NO_TEXT = 0;

    private Place() {}

    static long ofText(long address, int length) {
        return address << LENGTH_BITS | length;
    }

    static long ofFile(int index) {
        return ~(long) index;
    }

    static long edited(long place) {
        return place | EDITED;
    }

    static boolean isFile(long place) {
        return place < 0;
    }

    static int fileIndex(long place) {
        return (int) ~place;
    }

    static boolean isEdited(long place) {
        return (place & EDITED) != 0;
    }

    static long address(long place) {
        return place >>> LENGTH_BITS & ADDRESS_MASK;
    }

    static int length(long place) {
        return (int) (place & LENGTH_MASK);
    }
}
