package forum.server.plugin;

import java.lang.module.InvalidModuleDescriptorException;
import java.util.zip.ZipException;

/** Say in a few words why something of a plugin does not work, however deep the cause lies. */
final class Complaints {

    private Complaints() {}

    static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : cause.getMessage().replaceAll("\\s+", " ");
        return switch (cause) {
            case ZipException _ -> "it is not a jar (" + message + ")";
            case UnsupportedClassVersionError _ -> newerJava();
            case InvalidModuleDescriptorException _ when message.startsWith("Unsupported major.minor") -> newerJava();
            case NoClassDefFoundError _ -> "the class " + message.replace('/', '.') + " is missing";
            case NoSuchMethodException _ -> "it lacks " + message;
            case ClassNotFoundException _ -> "the class " + message + " is missing";
            case java.lang.module.FindException _,
                    java.lang.module.ResolutionException _,
                    LayerInstantiationException _,
                    InvalidModuleDescriptorException _ -> message;
            default -> cause.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
        };
    }

    private static String newerJava() {
        return "it is compiled for a newer Java than " + Runtime.version().feature();
    }
}
