package forum.server.cli;

import forum.api.storage.StorageProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where a forum is kept, as every command of the operator takes it. */
final class StorageOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "forum-data",
            description = "data folder (${DEFAULT-VALUE})")
    private Path data = Path.of("forum-data");

    @Option(
            names = "--storage",
            paramLabel = "NAME",
            defaultValue = "fs",
            description = "kind of storage (${DEFAULT-VALUE})")
    private String storage = "fs";

    Path data() {
        return data;
    }

    StorageProvider provider() {
        List<StorageProvider> providers = ServiceLoader.load(StorageProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(p -> p.name().equals(storage))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("There is no storage named " + storage + "; there is "
                        + providers.stream().map(StorageProvider::name).collect(Collectors.joining(", "))));
    }
}
