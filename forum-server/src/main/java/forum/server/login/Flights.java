package forum.server.login;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Let those who ask the same at the same time share one answer. Thread-safe.
 *
 * @param <K> what is asked
 * @param <V> the answer
 */
final class Flights<K, V> {

    private final Map<K, CompletableFuture<V>> open = new ConcurrentHashMap<>();

    /** Find the answer, or wait for whoever is finding it; a failure is shared, too. */
    V share(K question, Supplier<V> finder) {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> others = open.putIfAbsent(question, own);
        if (others != null) {
            return others.join();
        }
        try {
            own.complete(finder.get());
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
        } finally {
            open.remove(question, own);
        }
        return answer(own);
    }

    private static <V> V answer(CompletableFuture<V> found) {
        try {
            return found.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
