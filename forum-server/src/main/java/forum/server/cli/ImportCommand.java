package forum.server.cli;

import forum.api.storage.StorageProvider;
import forum.server.archive.Importer;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code forum-server import}: fill a new data folder. */
@Command(
        name = "forum-server import",
        description = "Makes a new data folder from what export wrote; all of it or nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = ServeCommand.VersionOfModule.class)
final class ImportCommand extends ToolCommand {

    @Parameters(paramLabel = "SOURCE", description = "the folder that export wrote")
    private Path source = Path.of("");

    @Override
    boolean wantsData() {
        return false;
    }

    @Override
    int run(StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        Importer.restore(source, provider, config, terminal::progress);
        terminal.line("Imported into " + config.folder());
        return 0;
    }
}
