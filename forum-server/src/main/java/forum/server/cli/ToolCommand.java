package forum.server.cli;

import forum.api.storage.StorageException;
import forum.api.storage.StorageProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.apache.commons.cli.CommandLine;

/** Look after a storage, from a shell. */
abstract class ToolCommand implements Command {

    private final Syntax syntax;
    private final StorageOptions options;

    ToolCommand(Syntax syntax) {
        this.syntax = syntax;
        this.options = new StorageOptions(syntax);
    }

    @Override
    public final Syntax syntax() {
        return syntax;
    }

    @Override
    public final int run(CommandLine line) {
        Path data = options.data(line);
        if (wantsData() && !Files.isDirectory(data)) {
            throw new WrongUsage("There is no data folder " + data);
        }
        StorageProvider.Config config = new StorageProvider.Config(data, Map.of(), InstantSource.system());
        try (Terminal terminal = new Terminal()) {
            return run(line, options.provider(line), config, terminal);
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
    abstract int run(CommandLine line, StorageProvider provider, StorageProvider.Config config, Terminal terminal);
}
