/** The server. */
module forum.server {
    requires com.fasterxml.jackson.core;
    requires forum.api;
    requires info.picocli;
    requires jdk.net;
    requires org.bouncycastle.provider;
    requires static org.jspecify;
}
