/** The interactive and the one-shot client. */
module forum.client {
    requires com.fasterxml.jackson.core;
    requires forum.api;
    requires org.apache.commons.cli;
    requires org.jline.reader;
    requires org.jline.terminal;
    requires static org.jspecify;
}
