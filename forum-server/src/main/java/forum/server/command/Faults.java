package forum.server.command;

import forum.api.Refusal;
import forum.api.storage.StorageException;

/** Say to a user that the forum itself is at fault. */
public final class Faults {

    private Faults() {}

    /** A bug or a failed disk; the operator finds the rest in the log. */
    public static Refusal internal() {
        return new Refusal("INTERNAL", "Something went wrong in the server; it was logged");
    }

    /** A storage that cannot do its work. */
    public static Refusal of(StorageException trouble) {
        return switch (trouble.fault()) {
            case FULL -> new Refusal("FULL", "The forum has no room left; nothing was stored");
            case READ_ONLY, IO, IN_USE, DAMAGED -> internal();
        };
    }
}
