package forum.client.known;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Keep what the server answered last, and ask again, in the background, when it may be out of date.
 *
 * <p>Thread-safe. Nobody waits here: until an answer comes, the one before it is given.
 */
final class Cached<T> {

    private final Supplier<CompletableFuture<List<T>>> source;
    private List<T> last = List.of();
    private boolean known;
    private boolean stale = true;
    private boolean asking;

    Cached(Supplier<CompletableFuture<List<T>>> source) {
        this.source = source;
    }

    /** Give what is known, and see that it gets fresh. */
    List<T> now() {
        refresh();
        synchronized (this) {
            return last;
        }
    }

    /** Tell whether an answer has come yet. */
    synchronized boolean isKnown() {
        return known;
    }

    /** Say that it is out of date. */
    synchronized void outdate() {
        stale = true;
    }

    /** Ask for it, unless it is fresh or asked for already. */
    void refresh() {
        synchronized (this) {
            if (!stale || asking) {
                return;
            }
            stale = false;
            asking = true;
        }
        source.get().whenComplete((answer, failure) -> arrived(failure == null ? answer : List.of(), failure == null));
    }

    private synchronized void arrived(List<T> answer, boolean good) {
        asking = false;
        if (good) {
            last = List.copyOf(answer);
            known = true;
        }
    }
}
