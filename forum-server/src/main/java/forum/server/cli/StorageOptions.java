package forum.server.cli;

import forum.api.storage.StorageProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;

/** Where a forum is kept, as every command of the operator takes it. */
final class StorageOptions {

    private final Setting<Path> data;
    private final Setting<String> storage;

    StorageOptions(Syntax syntax) {
        data = syntax.option("data", "DIR", "data folder (forum-data)", Path.of("forum-data"), Values::path);
        storage = syntax.option("storage", "NAME", "kind of storage (fs)", "fs", text -> text);
    }

    Path data(CommandLine line) {
        return data.in(line);
    }

    StorageProvider provider(CommandLine line) {
        String name = storage.in(line);
        List<StorageProvider> providers = ServiceLoader.load(StorageProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("There is no storage named " + name + "; there is "
                        + providers.stream().map(StorageProvider::name).collect(Collectors.joining(", "))));
    }
}
