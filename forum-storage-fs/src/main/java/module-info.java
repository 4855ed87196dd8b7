/** The embedded storage. */
module forum.storage.fs {
    requires forum.api;
    requires static org.jspecify;
}
