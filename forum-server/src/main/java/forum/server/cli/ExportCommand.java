package forum.server.cli;

import forum.api.storage.Storage;
import forum.api.storage.StorageProvider;
import forum.server.archive.Exporter;
import forum.server.control.CopyOrder;
import java.nio.file.Path;
import java.util.List;

/** {@code forum-server export}: the running server writes, or this command where none runs. */
final class ExportCommand extends ToolCommand {

    private final Argument<Path> target;
    private final Argument<Boolean> withPasswords;

    ExportCommand() {
        super(new Syntax(
                "forum-server export",
                "Writes the forum to a new folder, as text to be read and as JSON lines to be imported."));
        target = syntax().parameter(
                        "TARGET", "where to: a folder that is empty or does not exist", Path.of(""), Values::path);
        withPasswords = syntax().flag("--with-passwords", "writes the accounts with their hashed passwords, too");
    }

    @Override
    int run(StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        String word = withPasswords.value() ? CopyOrder.EXPORT_WITH_PASSWORDS : CopyOrder.EXPORT;
        if (!RunningServer.order(
                config.folder(), List.of(word, target.value().toAbsolutePath().toString()), terminal)) {
            try (Storage storage = provider.open(config)) {
                Exporter.export(storage, target.value(), withPasswords.value(), terminal::progress);
            }
        }
        terminal.line("Exported to " + target.value());
        return 0;
    }
}
