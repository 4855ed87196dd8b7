import forum.api.storage.StorageProvider;
import forum.storage.fs.FsStorageProvider;

/** The embedded storage. */
module forum.storage.fs {
    requires forum.api;
    requires static org.jspecify;

    provides StorageProvider with
            FsStorageProvider;
}
