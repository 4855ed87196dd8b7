package forum.storage.fs;

/**
 * Hold the numbers of one entry on their way into or out of a block.
 *
 * @param author a number of {@link Names}
 * @param place a {@link Place}
 */
record EntryData(long id, long time, int author, long place) {}
