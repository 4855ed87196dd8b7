package forum.testkit.storage;

import forum.api.storage.Capacity;
import forum.api.storage.StorageProvider;
import java.nio.file.Path;

/** Name the storage that a contract is held against. */
public interface StorageUnderTest {

    /** Make a provider of the storage. */
    StorageProvider provider();

    /** Open the storage on a folder, empty or used before. */
    default TestForum open(Path folder) {
        return new TestForum(provider(), folder);
    }

    /** Open the storage on a folder, with limits. */
    default TestForum open(Path folder, Capacity capacity) {
        return new TestForum(provider(), folder, capacity);
    }
}
