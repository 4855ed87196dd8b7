package forum.storage.fs;

import java.lang.System.Logger.Level;

/**
 * Tell the operator something through the JDK's logger of this name.
 *
 * <p>It is looked for when there is something to tell: finding a logger takes as long as opening an empty forum.
 * Thread-safe.
 */
final class Log {

    private static final String NAME = "forum.storage.fs";

    private Log() {}

    static void log(Level level, String line) {
        System.getLogger(NAME).log(level, line);
    }

    static void log(Level level, String line, Throwable cause) {
        System.getLogger(NAME).log(level, line, cause);
    }
}
