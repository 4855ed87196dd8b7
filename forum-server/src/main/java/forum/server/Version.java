package forum.server;

import java.lang.module.ModuleDescriptor;
import org.jspecify.annotations.Nullable;

/** The version of this server. */
public final class Version {

    /** As in the module's descriptor; {@code dev} where it has none. */
    public static final String NUMBER = number(Version.class.getModule().getDescriptor());

    private Version() {}

    private static String number(@Nullable ModuleDescriptor module) {
        return module == null ? "dev" : module.rawVersion().orElse("dev");
    }
}
