package forum.storage.fs;

import forum.api.storage.StorageException;
import java.util.ArrayList;
import java.util.List;

/** Remember which positions did not become durable, so that nobody is told otherwise. Thread-safe. */
final class Losses {

    private record Loss(long from, long to, StorageException cause) {
        boolean meets(long low, long high) {
            return from <= high && low <= to;
        }
    }

    private volatile List<Loss> losses = List.of();

    /** Take note that nothing from one position to another, both included, is durable. */
    synchronized void add(long from, long to, StorageException cause) {
        List<Loss> more = new ArrayList<>(losses);
        more.add(new Loss(from, to, cause));
        losses = List.copyOf(more);
    }

    /** Throw if any position from one to another is lost. */
    void requireNone(long low, long high) {
        for (Loss loss : losses) {
            if (loss.meets(low, high)) {
                throw new StorageException(loss.cause().fault(), loss.cause().getMessage(), loss.cause());
            }
        }
    }
}
