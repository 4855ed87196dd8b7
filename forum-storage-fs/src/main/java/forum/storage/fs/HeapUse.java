package forum.storage.fs;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;

/** Estimate what the forum takes of the heap. Guarded by the forum's lock. */
final class HeapUse {

    /** Bytes of arrays for an entry, some of it spare, and of objects for a thread, a file and an author. */
    private static final long PER_ENTRY = 18;

    private static final long PER_THREAD = 1200;
    private static final long PER_FILE = 800;
    private static final long PER_AUTHOR = 300;
    private static final long MOST = Runtime.getRuntime().maxMemory() / 4 * 3;

    private long entries;
    private long files;

    /** Take note that there are more entries, and files among them, or less. */
    void add(int moreEntries, int moreFiles) {
        entries += moreEntries;
        files += moreFiles;
    }

    /** Refuse to grow when the limit is near: a full heap would end the server. */
    void requireRoom(int threads, long authors, long others) {
        long all = entries * PER_ENTRY + threads * PER_THREAD + files * PER_FILE + authors * PER_AUTHOR + others;
        if (all > MOST) {
            throw new StorageException(Fault.FULL, "The memory for messages is used up; give the server a larger heap");
        }
    }

    void clear() {
        entries = 0;
        files = 0;
    }
}
