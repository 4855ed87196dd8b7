package forum.server;

import forum.api.storage.Storage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Open the storage on a thread of its own: a large one takes a while, in which other parts of the server can be made. */
final class Opening implements AutoCloseable {

    private final CompletableFuture<Storage> storage;

    /** Begin to open it. */
    Opening(Supplier<Storage> open) {
        storage = CompletableFuture.supplyAsync(
                open,
                task -> Thread.ofPlatform().name("storage-opening").daemon().start(task));
    }

    /** Wait until it is open; throws what opening it threw. */
    Storage await() {
        try {
            return storage.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    /** Close it again, once it is open. */
    @Override
    public void close() {
        storage.handle((opened, failure) -> Optional.ofNullable(opened)).join().ifPresent(Storage::close);
    }
}
