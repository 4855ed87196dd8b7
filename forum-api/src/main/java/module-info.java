/** The forum's values, and what commands and storages are written against. */
module forum.api {
    requires static org.jspecify;
}
