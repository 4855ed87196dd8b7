package forum.server.cli;

import forum.server.Plugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which plugins there are and how far they are trusted, as every command of the operator takes it. */
final class PluginOptions {

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "folder with plugins, beside plugins in the image and in the data folder")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--trust",
            paramLabel = "NAME",
            description = "let the plugin of this name change what others own; forum-server commands shows the names")
    private Set<String> trusted = new LinkedHashSet<>();

    Plugins configure(Plugins plugins) {
        folders.stream()
                .filter(folder -> !Files.isDirectory(folder))
                .findFirst()
                .ifPresent(folder -> {
                    throw new WrongUsage("There is no folder of plugins " + folder);
                });
        List<Path> all = new ArrayList<>();
        Optional.ofNullable(System.getProperty("forum.image")).ifPresent(image -> all.add(Path.of(image, "plugins")));
        all.addAll(folders);
        return plugins.in(all).trusting(trusted);
    }
}
