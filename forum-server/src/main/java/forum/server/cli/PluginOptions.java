package forum.server.cli;

import forum.server.Plugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;

/** Which plugins there are and how far they are trusted, as every command of the operator takes it. */
final class PluginOptions {

    private final Setting<List<Path>> folders;
    private final Setting<List<String>> trusted;

    PluginOptions(Syntax syntax) {
        folders = syntax.repeatable(
                "plugins",
                "DIR",
                "folder with plugins, beside plugins in the image and in the data folder; may be repeated",
                Path.class,
                Values::path);
        trusted = syntax.repeatable(
                "trust",
                "NAME",
                "let the plugin of this name change what others own; may be repeated; "
                        + "forum-server commands shows the names",
                String.class,
                text -> text);
    }

    Plugins configure(Plugins plugins, CommandLine line) {
        List<Path> given = folders.in(line);
        given.stream().filter(folder -> !Files.isDirectory(folder)).findFirst().ifPresent(folder -> {
            throw new WrongUsage("There is no folder of plugins " + folder);
        });
        List<Path> all = new ArrayList<>();
        Optional.ofNullable(System.getProperty("forum.image")).ifPresent(image -> all.add(Path.of(image, "plugins")));
        all.addAll(given);
        return plugins.in(all).trusting(Set.copyOf(trusted.in(line)));
    }
}
