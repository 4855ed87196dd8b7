package forum.server.plugin;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Load plugins: {@code plugins/x.jar}, or {@code plugins/x/*.jar} for a plugin with libraries. Each gets a module layer
 * of its own, so that two plugins may carry different versions of one library.
 */
final class PluginLoader {

    private static final String API = "forum.api";

    private final ModuleLayer parent =
            Optional.ofNullable(PluginLoader.class.getModule().getLayer()).orElseGet(ModuleLayer::boot);
    private final Consumer<String> complain;

    /** Say in a sentence what cannot be loaded. */
    PluginLoader(Consumer<String> complain) {
        this.complain = complain;
    }

    /** Load all plugins of these folders, in order of their file names; folders that do not exist hold none. */
    List<Plugin> load(List<Path> folders) {
        Set<Path> places = new LinkedHashSet<>();
        folders.forEach(folder -> places.addAll(pluginsIn(folder)));
        List<Plugin> plugins = new ArrayList<>();
        for (Path place : places) {
            try {
                plugins.add(new Plugin(place, layer(place)));
            } catch (FindException | ResolutionException | LayerInstantiationException | SecurityException e) {
                complain.accept("The plugin " + place + " is not loaded: " + Complaints.reason(e));
            }
        }
        return plugins;
    }

    private List<Path> pluginsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.toAbsolutePath().normalize())) {
            return files.filter(PluginLoader::isPlugin).sorted().toList();
        } catch (IOException e) {
            complain.accept("The plugins in " + folder + " cannot be listed: " + Complaints.reason(e));
            return List.of();
        }
    }

    private static boolean isPlugin(Path place) {
        String name = place.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".jar") || Files.isDirectory(place));
    }

    private ModuleLayer layer(Path place) {
        ModuleFinder finder = ModuleFinder.of(place);
        Set<ModuleReference> modules = finder.findAll();
        if (modules.isEmpty()) {
            throw new FindException("there is no jar in it");
        }
        modules.forEach(this::refuseTheForumsOwn);
        Set<String> names = modules.stream().map(m -> m.descriptor().name()).collect(Collectors.toSet());
        Configuration configuration = parent.configuration().resolveAndBind(finder, ModuleFinder.of(), names);
        return parent.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
    }

    /** With a copy of the SPI, a plugin would implement other interfaces than the server looks for. */
    private void refuseTheForumsOwn(ModuleReference module) {
        ModuleDescriptor descriptor = module.descriptor();
        String jar =
                module.location().map(l -> Path.of(l).getFileName().toString()).orElse(descriptor.name());
        if (descriptor.name().equals(API) || descriptor.packages().contains(API)) {
            throw new FindException(jar + " holds a copy of forum-api, which the server has; build it without");
        }
        if (descriptor.name().startsWith("forum.")
                && parent.configuration().findModule(descriptor.name()).isPresent()) {
            throw new FindException(jar + " is the module " + descriptor.name() + ", which the server has");
        }
    }
}
