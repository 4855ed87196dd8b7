package forum.storage.fs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Keep on disk what a backup has still to read: whatever deletes or replaces files does it here. Thread-safe. */
final class Retention {

    private final Executor housekeeper;
    private final List<Runnable> postponed = new ArrayList<>();
    private int holders;

    /** Do what was postponed in the housekeeper's time. */
    Retention(Executor housekeeper) {
        this.housekeeper = housekeeper;
    }

    /** Keep everything until this is closed. */
    synchronized Hold hold() {
        holders++;
        return this::release;
    }

    /** Delete now, or once nobody holds what is there. */
    void whenFree(Runnable deletion) {
        synchronized (this) {
            if (holders > 0) {
                postponed.add(deletion);
                return;
            }
        }
        deletion.run();
    }

    private void release() {
        List<Runnable> due = List.of();
        synchronized (this) {
            holders--;
            if (holders == 0) {
                due = List.copyOf(postponed);
                postponed.clear();
            }
        }
        due.forEach(deletion -> housekeeper.execute(() -> whenFree(deletion)));
    }

    /** Hold what is there; closed once. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
