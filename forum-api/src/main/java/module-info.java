/**
 * Define what a forum is made of: its values, the command SPI, the storage SPI and the wire codec.
 *
 * <p>Plugins need {@link forum.api} and {@link forum.api.command}; storages need {@link forum.api.storage} too.
 */
@SuppressWarnings("module") // the modules that alone see the codec are built after this one
module forum.api {
    requires static org.jspecify;

    exports forum.api;
    exports forum.api.command;
    exports forum.api.storage;
    exports forum.api.wire to
            forum.server,
            forum.client,
            forum.testkit;
}
