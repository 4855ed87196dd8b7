package forum.storage.fs;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.util.Locale;

/** Say in one sentence what the operating system complained of. */
final class Trouble {

    private Trouble() {}

    /**
     * Wrap an I/O error.
     *
     * @param what what could not be done: "write the journal"
     */
    static StorageException of(String what, IOException cause) {
        return new StorageException(fault(cause), "Cannot " + what + ": " + StorageException.reason(cause), cause);
    }

    static boolean isFull(IOException cause) {
        return fault(cause) == Fault.FULL;
    }

    private static Fault fault(IOException cause) {
        String reason = StorageException.reason(cause).toLowerCase(Locale.ROOT);
        if (reason.contains("no space left") || reason.contains("quota") || reason.contains("not enough space")) {
            return Fault.FULL;
        }
        return reason.contains("read-only") ? Fault.READ_ONLY : Fault.IO;
    }
}
