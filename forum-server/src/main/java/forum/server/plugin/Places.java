package forum.server.plugin;

import forum.api.Name;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Share out the threads of plugins, so that nobody holds all of them: not one user with many connections, and not
 * senders of files, who may be as slow as they like. Thread-safe.
 */
final class Places {

    private static final int ALL = 8;
    private static final int FOR_FILES = 4;
    private static final int FOR_ONE_USER = 2;

    private final Map<Name, Integer> users = new HashMap<>();
    private int taken;
    private int takenForFiles;

    /**
     * Take a place, waiting for one.
     *
     * @param file whether the call may wait for a file
     * @return false if there was none in time
     */
    synchronized boolean take(Name user, boolean file, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!isFree(user, file)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        users.merge(user, 1, Integer::sum);
        taken++;
        takenForFiles += file ? 1 : 0;
        return true;
    }

    /** Give a place back that was taken. */
    synchronized void giveBack(Name user, boolean file) {
        users.compute(user, (_, count) -> count == null || count == 1 ? null : count - 1);
        taken--;
        takenForFiles -= file ? 1 : 0;
        notifyAll();
    }

    private boolean isFree(Name user, boolean file) {
        return taken < ALL && (!file || takenForFiles < FOR_FILES) && users.getOrDefault(user, 0) < FOR_ONE_USER;
    }
}
