package forum.server.plugin;

import java.nio.file.Path;

/**
 * A plugin whose modules are loaded.
 *
 * @param place its jar or folder
 * @param layer its modules
 */
record Plugin(Path place, ModuleLayer layer) {}
