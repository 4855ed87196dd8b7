package forum.tests;

import forum.api.storage.StorageProvider;
import java.util.ServiceLoader;

/** Find the storages on the module path. */
public final class Storages {

    private Storages() {}

    /** Make a provider of the storage with that name. */
    public static StorageProvider named(String name) {
        return ServiceLoader.load(StorageProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No storage on the module path is named " + name));
    }
}
