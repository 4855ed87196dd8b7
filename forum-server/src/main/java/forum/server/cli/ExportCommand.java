package forum.server.cli;

import forum.api.storage.Storage;
import forum.api.storage.StorageProvider;
import forum.server.archive.Exporter;
import forum.server.control.CopyOrder;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forum-server export}: the running server writes, or this command where none runs. */
@Command(
        name = "forum-server export",
        description = "Writes the forum to a new folder, as text to be read and as JSON lines to be imported.",
        mixinStandardHelpOptions = true,
        versionProvider = ServeCommand.VersionOfModule.class)
final class ExportCommand extends ToolCommand {

    @Parameters(paramLabel = "TARGET", description = "where to: a folder that is empty or does not exist")
    private Path target = Path.of("");

    @Option(names = "--with-passwords", description = "writes the accounts with their hashed passwords, too")
    private boolean withPasswords;

    @Override
    int run(StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        String word = withPasswords ? CopyOrder.EXPORT_WITH_PASSWORDS : CopyOrder.EXPORT;
        if (!RunningServer.order(
                config.folder(), List.of(word, target.toAbsolutePath().toString()), terminal)) {
            try (Storage storage = provider.open(config)) {
                Exporter.export(storage, target, withPasswords, terminal::progress);
            }
        }
        terminal.line("Exported to " + target);
        return 0;
    }
}
