package forum.server.command;

import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Path;

/**
 * Say where a command or listener came from.
 *
 * @param name the module's name; a plugin's state is kept under it, and the operator trusts it by it
 * @param version the module's version, or {@code ?}
 * @param plugin whether it came from a plugin
 * @param place the plugin's jar, for the operator; empty for others
 */
public record Origin(String name, String version, boolean plugin, String place) {

    /** Name the module of a class that came with the server. */
    public static Origin own(Class<?> type) {
        return of(type, false);
    }

    /** Name the module of a class that came from a plugin's jar. */
    public static Origin plugin(Class<?> type) {
        return of(type, true);
    }

    private static Origin of(Class<?> type, boolean plugin) {
        ModuleDescriptor module = type.getModule().getDescriptor();
        return module == null
                ? new Origin(type.getPackageName(), "?", plugin, "")
                : new Origin(
                        module.name(), module.rawVersion().orElse("?"), plugin, plugin ? place(type.getModule()) : "");
    }

    private static String place(Module module) {
        return module.getLayer()
                .configuration()
                .findModule(module.getName())
                .flatMap(resolved -> resolved.reference().location())
                .map(Origin::path)
                .orElse("");
    }

    private static String path(URI location) {
        return location.getScheme().equals("file") ? Path.of(location).toString() : location.toString();
    }

    /** Name it so that an operator finds the jar. */
    public String inFull() {
        return place.isEmpty() ? toString() : this + " (" + place + ")";
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
