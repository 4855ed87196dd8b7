import forum.api.command.CommandHandler;
import forum.api.command.ForumListener;
import forum.api.storage.StorageProvider;
import forum.server.door.Door;

/** Serve a forum over TCP. */
@SuppressWarnings("module") // the doors are compiled later
module forum.server {
    requires com.fasterxml.jackson.core;
    requires transitive forum.api;
    requires jdk.net;
    requires org.apache.commons.cli;
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    exports forum.server;
    exports forum.server.door to
            forum.door.json;

    uses CommandHandler;
    uses ForumListener;
    uses StorageProvider;
    uses Door;
}
