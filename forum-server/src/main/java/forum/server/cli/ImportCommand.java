package forum.server.cli;

import forum.api.storage.StorageProvider;
import forum.server.archive.Importer;
import java.nio.file.Path;

/** {@code forum-server import}: fill a new data folder. */
final class ImportCommand extends ToolCommand {

    private final Argument<Path> source;

    ImportCommand() {
        super(new Syntax(
                "forum-server import", "Makes a new data folder from what export wrote; all of it or nothing."));
        source = syntax().parameter("SOURCE", "the folder that export wrote", Path.of(""), Values::path);
    }

    @Override
    boolean wantsData() {
        return false;
    }

    @Override
    int run(StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        Importer.restore(source.value(), provider, config, terminal::progress);
        terminal.line("Imported into " + config.folder());
        return 0;
    }
}
