package forum.storage.fs;

/**
 * Hold entries of a thread as they stood at one moment; read without a lock.
 *
 * @param blocks the blocks that the entries are in
 * @param skipped entries of the first block that are not wanted
 * @param size how many entries are wanted
 * @param messagesBefore how many messages the thread has before them
 */
record Slice(Block[] blocks, int skipped, int size, int messagesBefore) {

    static final Slice EMPTY = new Slice(new Block[0], 0, 0, 0);
}
