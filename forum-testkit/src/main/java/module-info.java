import forum.api.storage.StorageProvider;
import forum.testkit.storage.MemoryStorageProvider;

/** The contracts of both service interfaces and the tools to test against them. */
module forum.testkit {
    requires transitive forum.api;
    requires transitive forum.server;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports forum.testkit;
    exports forum.testkit.command;
    exports forum.testkit.storage;
    exports forum.testkit.transcript;

    provides StorageProvider with
            MemoryStorageProvider;
}
