package forum.examples.watch;

import forum.api.Name;
import forum.api.command.PluginStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Remember for a user how far each watched thread was when the last visit ended: {@code user/thread-id} to the id of the
 * last entry, both ids in decimal. A user's name holds no slash; a thread's title may be taken by another, its id never.
 *
 * @param store where
 * @param user whose
 */
record Marks(PluginStore store, Name user) {

    /** Find the last entry that the user could see; empty if the thread is not watched. */
    Optional<Long> of(long thread) {
        return store.read(key(thread)).map(bytes -> Long.valueOf(new String(bytes, StandardCharsets.US_ASCII)));
    }

    /** Watch from that entry on. */
    void put(long thread, long entry) {
        store.write(key(thread), Long.toString(entry).getBytes(StandardCharsets.US_ASCII));
    }

    /** Watch no longer; tells whether it was watched. */
    boolean forget(long thread) {
        boolean watched = of(thread).isPresent();
        store.remove(key(thread));
        return watched;
    }

    /** Let nobody watch a thread that is gone. */
    static void forgetThread(long thread, PluginStore store) {
        store.keys("").stream().filter(key -> thread(key) == thread).forEach(store::remove);
    }

    /** Let nobody watch any but these. */
    static void keepOnly(List<Long> threads, PluginStore store) {
        store.keys("").stream().filter(key -> !threads.contains(thread(key))).forEach(store::remove);
    }

    private String key(long thread) {
        return user + "/" + thread;
    }

    private static long thread(String key) {
        return Long.parseLong(key.substring(key.indexOf('/') + 1));
    }
}
