package forum.client.known;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Keep what the server answered last, and ask again, in the background, when it may be out of date.
 *
 * <p>Thread-safe. Until an answer comes, the one before it is given. Only for the very first one somebody may wait, for
 * less than one notices.
 */
final class Cached<T> {

    private static final long UNNOTICED_MILLIS = 80;

    private final Supplier<CompletableFuture<List<T>>> source;
    private List<T> last = List.of();
    private CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
    private boolean known;
    private boolean stale = true;

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

    /** Give what is known, or what comes at once if nothing is. */
    List<T> soon() {
        CompletableFuture<Void> first = refresh();
        if (!isKnown()) {
            await(first);
        }
        return now();
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
    private CompletableFuture<Void> refresh() {
        synchronized (this) {
            if (!stale || !asked.isDone()) {
                return asked;
            }
            stale = false;
            asked = new CompletableFuture<>();
        }
        source.get().whenComplete(this::arrived);
        synchronized (this) {
            return asked;
        }
    }

    private void arrived(List<T> answer, Throwable failure) {
        CompletableFuture<Void> done;
        synchronized (this) {
            if (failure == null) {
                last = List.copyOf(answer);
                known = true;
            }
            done = asked;
        }
        done.complete(null);
    }

    private static void await(CompletableFuture<Void> answer) {
        try {
            answer.get(UNNOTICED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException notYet) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
