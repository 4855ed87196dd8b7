package forum.server.cli;

import forum.api.storage.StorageProvider;
import forum.server.archive.Importer;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;

/** {@code forum-server import}: fill a new data folder. */
final class ImportCommand extends ToolCommand {

    private final Parameter<Path> source;

    ImportCommand() {
        super(new Syntax(
                "forum-server import", "Makes a new data folder from what export wrote; all of it or nothing."));
        source = syntax().parameter("SOURCE", "the folder that export wrote", Values::path);
    }

    @Override
    boolean wantsData() {
        return false;
    }

    @Override
    int run(CommandLine line, StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        Path from = source.in(line);
        Importer.restore(from, provider, config, terminal::progress);
        terminal.line("Imported into " + config.folder());
        return 0;
    }
}
