package forum.server.cli;

import forum.api.storage.StorageProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a forum is kept, as every command of the operator takes it. */
final class StorageOptions {

    private final Argument<Path> data;
    private final Argument<String> storage;

    StorageOptions(Syntax syntax) {
        data = syntax.option("--data", "DIR", "data folder (forum-data)", Path.of("forum-data"), Values::path);
        storage = syntax.option("--storage", "NAME", "kind of storage (fs)", "fs", Function.identity());
    }

    Path data() {
        return data.value();
    }

    StorageProvider provider() {
        List<StorageProvider> providers = ServiceLoader.load(StorageProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(p -> p.name().equals(storage.value()))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("There is no storage named " + storage.value() + "; there is "
                        + providers.stream().map(StorageProvider::name).collect(Collectors.joining(", "))));
    }
}
