package forum.server.cli;

import forum.api.storage.Storage;
import forum.api.storage.StorageProvider;
import forum.server.archive.Exporter;
import forum.server.control.CopyOrder;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** {@code forum-server export}: the running server writes, or this command where none runs. */
final class ExportCommand extends ToolCommand {

    private final Parameter<Path> target;
    private final Setting<Boolean> withPasswords;

    ExportCommand() {
        super(new Syntax(
                "forum-server export",
                "Writes the forum to a new folder, as text to be read and as JSON lines to be imported."));
        target = syntax().parameter("TARGET", "where to: a folder that is empty or does not exist", Values::path);
        withPasswords = syntax().flag("with-passwords", "writes the accounts with their hashed passwords, too");
    }

    @Override
    int run(CommandLine line, StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        Path to = target.in(line);
        String word = withPasswords.in(line) ? CopyOrder.EXPORT_WITH_PASSWORDS : CopyOrder.EXPORT;
        if (!RunningServer.order(
                config.folder(), List.of(word, to.toAbsolutePath().toString()), terminal)) {
            try (Storage storage = provider.open(config)) {
                Exporter.export(storage, to, withPasswords.in(line), terminal::progress);
            }
        }
        terminal.line("Exported to " + to);
        return 0;
    }
}
