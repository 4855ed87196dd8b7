import forum.api.command.CommandHandler;
import forum.api.command.ForumListener;
import forum.api.storage.StorageProvider;

/** Serve a forum over TCP. */
module forum.server {
    requires com.fasterxml.jackson.core;
    requires transitive forum.api;
    requires info.picocli;
    requires jdk.net;
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    exports forum.server;

    opens forum.server.cli to
            info.picocli;

    uses CommandHandler;
    uses ForumListener;
    uses StorageProvider;
}
