package forum.storage.fs;

import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Free the memory and the files of what is gone, a little at a time so that nobody waits for it. */
record Disposal(AttachmentFiles files, ReentrantLock forum, Executor housekeeper, Supplier<ForumState> state)
        implements Housekeeping {

    private static final int AT_A_TIME = 4096;

    @Override
    public void threadIsGone(ThreadState thread) {
        housekeeper.execute(() -> {
            thread.blobs().forEach(files::discard);
            for (int from = 0; from < thread.entries.size(); from += AT_A_TIME) {
                release(thread.entries, from, Math.min(from + AT_A_TIME, thread.entries.size()));
            }
        });
    }

    @Override
    public void fileIsGone(long blob) {
        housekeeper.execute(() -> files.discard(blob));
    }

    private void release(Sequence entries, int from, int to) {
        forum.lock();
        try {
            state.get().release(entries, from, to);
        } finally {
            forum.unlock();
        }
    }
}
