package forum.server.cli;

import forum.api.storage.StorageException;
import forum.api.storage.StorageProvider;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Look after a storage that no server has open. */
abstract class ToolCommand implements Callable<Integer> {

    @Mixin
    private StorageOptions options = new StorageOptions();

    @Override
    public Integer call() {
        if (!Files.isDirectory(options.data())) {
            throw options.wrong("There is no data folder " + options.data());
        }
        StorageProvider.Config config = new StorageProvider.Config(options.data(), Map.of(), InstantSource.system());
        try {
            return run(options.provider(), config, System.out::println);
        } catch (StorageException e) {
            System.err.println("forum-server: " + e.getMessage());
            return 1;
        }
    }

    /** Do it, and give the exit status. */
    abstract int run(StorageProvider provider, StorageProvider.Config config, Consumer<String> report);

    /** {@code forum-server check}. */
    @Command(
            name = "forum-server check",
            description = "Checks all that is kept and changes nothing; exits with 0 if it is sound, with 1 if not.",
            mixinStandardHelpOptions = true,
            versionProvider = ServeCommand.VersionOfModule.class)
    static final class Check extends ToolCommand {
        @Override
        int run(StorageProvider provider, StorageProvider.Config config, Consumer<String> report) {
            return provider.check(config, report) ? 0 : 1;
        }
    }

    /** {@code forum-server repair}. */
    @Command(
            name = "forum-server repair",
            description = "Keeps all that is sound, drops the rest and says what; make a copy of the folder first.",
            mixinStandardHelpOptions = true,
            versionProvider = ServeCommand.VersionOfModule.class)
    static final class Repair extends ToolCommand {
        @Override
        int run(StorageProvider provider, StorageProvider.Config config, Consumer<String> report) {
            provider.repair(config, report);
            return 0;
        }
    }
}
