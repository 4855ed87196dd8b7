package forum.storage.fs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Keep on disk what a backup has still to read: whatever deletes or replaces files does it here.
 *
 * <p>Only erasing everything waits for nobody. Thread-safe.
 */
final class Retention {

    private final Executor housekeeper;
    private final List<Runnable> postponed = new ArrayList<>();

    /** Written under the monitor; read with the forum's lock held, too, under which nobody waits for the monitor. */
    private volatile int holders;

    /** Replace or delete files. */
    @FunctionalInterface
    interface Replacement {

        /** Do it, or tell that it cannot be done after all. */
        boolean run() throws IOException;
    }

    /** Do what was postponed in the housekeeper's time. */
    Retention(Executor housekeeper) {
        this.housekeeper = housekeeper;
    }

    /** Keep everything until this is closed; waits for what is just being replaced. */
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

    boolean isHeld() {
        return holders > 0;
    }

    /** Replace files now, unless somebody holds what is there; tells whether it was done. */
    synchronized boolean unlessHeld(Replacement replacement) throws IOException {
        return holders == 0 && replacement.run();
    }

    /** Do something while nothing is being replaced. */
    synchronized void alone(Runnable action) {
        action.run();
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
