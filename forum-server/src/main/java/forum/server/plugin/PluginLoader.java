package forum.server.plugin;

import forum.server.log.OperatorLog;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Load plugins: {@code plugins/x.jar}, or {@code plugins/x/*.jar} for a plugin with libraries. Each gets a module layer
 * of its own, so that two plugins may carry different versions of one library.
 */
public final class PluginLoader {

    private final OperatorLog log;

    /** Report what cannot be loaded to this log. */
    public PluginLoader(OperatorLog log) {
        this.log = log;
    }

    /** Load all plugins of these folders, in order of their file names; folders that do not exist hold none. */
    public List<ModuleLayer> load(List<Path> folders) {
        Set<Path> plugins = new LinkedHashSet<>();
        folders.forEach(folder -> plugins.addAll(pluginsIn(folder)));
        List<ModuleLayer> layers = new ArrayList<>();
        plugins.forEach(plugin -> layer(plugin).ifPresent(layers::add));
        return layers;
    }

    private List<Path> pluginsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.toAbsolutePath().normalize())) {
            return files.filter(f -> Files.isDirectory(f) || f.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            log.fault("The plugins in " + folder + " cannot be listed", e);
            return List.of();
        }
    }

    private Optional<ModuleLayer> layer(Path plugin) {
        try {
            ModuleFinder finder = ModuleFinder.of(plugin);
            Set<String> names = finder.findAll().stream()
                    .map(ModuleReference::descriptor)
                    .map(d -> d.name())
                    .collect(Collectors.toSet());
            ModuleLayer parent = PluginLoader.class.getModule().getLayer() == null
                    ? ModuleLayer.boot()
                    : PluginLoader.class.getModule().getLayer();
            Configuration configuration = parent.configuration().resolveAndBind(finder, ModuleFinder.of(), names);
            return Optional.of(parent.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader()));
        } catch (FindException | ResolutionException | LayerInstantiationException | SecurityException e) {
            log.warning("The plugin " + plugin + " is not loaded: " + e.getMessage());
            return Optional.empty();
        }
    }
}
