package forum.testkit.storage;

import forum.api.storage.StorageProvider;

final class MemoryStorageTest implements StorageContract {

    @Override
    public StorageProvider provider() {
        return new MemoryStorageProvider();
    }
}
