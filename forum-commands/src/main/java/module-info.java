/** The built-in commands. */
module forum.commands {
    requires forum.api;
    requires static org.jspecify;
}
