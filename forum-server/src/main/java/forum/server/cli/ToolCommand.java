package forum.server.cli;

import forum.api.storage.StorageException;
import forum.api.storage.StorageProvider;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Look after a storage, from a shell. */
abstract class ToolCommand implements Callable<Integer> {

    @Mixin
    private StorageOptions options = new StorageOptions();

    @Override
    public Integer call() {
        if (wantsData() && !Files.isDirectory(options.data())) {
            throw new WrongUsage("There is no data folder " + options.data());
        }
        StorageProvider.Config config = new StorageProvider.Config(options.data(), Map.of(), InstantSource.system());
        try (Terminal terminal = new Terminal()) {
            return run(options.provider(), config, terminal);
        } catch (StorageException e) {
            System.err.println("forum-server: " + e.getMessage());
            return 1;
        }
    }

    /** Tell whether the data folder must be there. */
    boolean wantsData() {
        return true;
    }

    /** Do it, and give the exit status. */
    abstract int run(StorageProvider provider, StorageProvider.Config config, Terminal terminal);

    /** {@code forum-server check}. */
    @Command(
            name = "forum-server check",
            description = "Checks all that is kept and changes nothing; exits with 0 if it is sound, with 1 if not.",
            mixinStandardHelpOptions = true,
            versionProvider = ServeCommand.VersionOfModule.class)
    static final class Check extends ToolCommand {
        @Override
        int run(StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
            return provider.check(config, terminal::line) ? 0 : 1;
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
        int run(StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
            provider.repair(config, terminal::line);
            return 0;
        }
    }
}
