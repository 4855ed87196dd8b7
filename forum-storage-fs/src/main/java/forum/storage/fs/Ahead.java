package forum.storage.fs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Read something on another core while its reader does something else.
 *
 * <p>On threads of its own: those that all share may be taken, also for good, by plugins, which are loaded meanwhile.
 */
final class Ahead<T> implements AutoCloseable {

    private static final Executor THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("forum-storage-ahead").daemon().factory());

    private final CompletableFuture<T> reading;

    /** Begin to read. */
    Ahead(Reading<T> reading) {
        this.reading = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return reading.read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                THREADS);
    }

    /** Read from a disk. */
    @FunctionalInterface
    interface Reading<T> {

        /** Do it. */
        T read() throws IOException;
    }

    /** Wait for what was read. */
    T await() throws IOException {
        try {
            return reading.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case UncheckedIOException failed -> throw failed.getCause();
                case RuntimeException fault -> throw fault;
                default -> throw e;
            }
        }
    }

    /** Do on such a thread what is no reading. */
    static <V> CompletableFuture<V> of(Supplier<V> work) {
        return CompletableFuture.supplyAsync(work, THREADS);
    }

    /** Wait for the end of the reading, whatever came of it. */
    @Override
    public void close() {
        reading.handle((_, _) -> reading).join();
    }
}
