package forum.storage.fs;

import forum.api.storage.StorageProvider;
import forum.testkit.storage.StorageContract;

final class FsStorageTest implements StorageContract {

    @Override
    public StorageProvider provider() {
        return new FsStorageProvider();
    }
}
