package forum.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Look at the forum's modules as they were built: jars, or folders of classes before they are packed. */
final class ForumModules {

    /** All that are shipped or published. */
    static final List<String> NAMES = List.of(
            "forum.api",
            "forum.client",
            "forum.commands",
            "forum.door.json",
            "forum.server",
            "forum.storage.fs",
            "forum.testkit");

    private static final ModuleFinder FINDER =
            ModuleFinder.of(Arrays.stream(System.getProperty("jdk.module.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toArray(Path[]::new));

    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    private ForumModules() {}

    /** List them with all the modules that they need, those of the JDK too. */
    static List<ModuleDescriptor> withAllTheyNeed() {
        ModuleFinder finder = ModuleFinder.compose(FINDER, ModuleFinder.ofSystem());
        Configuration nothing = Configuration.empty();
        return Configuration.resolve(finder, List.of(nothing), ModuleFinder.of(), NAMES).modules().stream()
                .map(module -> module.reference().descriptor())
                .toList();
    }

    static ModuleDescriptor descriptor(String module) {
        return reference(module).descriptor();
    }

    /** Give the classes of a module; there must be some. */
    static JavaClasses classes(String module) {
        return IMPORTED.computeIfAbsent(module, _ -> {
            JavaClasses classes = new ClassFileImporter().importLocations(List.of(location(module)));
            if (classes.isEmpty()) {
                throw new AssertionError("No classes in " + place(module));
            }
            return classes;
        });
    }

    /** Give the classes of all modules. */
    static JavaClasses allClasses() {
        return IMPORTED.computeIfAbsent(
                "all",
                _ -> new ClassFileImporter()
                        .importLocations(
                                NAMES.stream().map(ForumModules::location).toList()));
    }

    /** Give the place of a module's classes; ArchUnit wants to be told that a jar is one. */
    private static Location location(String module) {
        Path place = place(module);
        return Location.of(Files.isDirectory(place) ? place.toUri() : URI.create("jar:" + place.toUri() + "!/"));
    }

    /** Read a file that a module holds. */
    static List<String> lines(String module, String file) throws IOException {
        try (ModuleReader reader = reference(module).open()) {
            byte[] bytes = reader.open(file).orElseThrow().readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Give the jar or folder. */
    static Path place(String module) {
        URI location = reference(module).location().orElseThrow();
        return Path.of(location);
    }

    private static ModuleReference reference(String module) {
        return FINDER.find(module).orElseThrow(() -> new AssertionError("No module " + module + " on the module path"));
    }
}
