package forum.server.cli;

import forum.api.storage.StorageProvider;
import forum.server.control.CopyOrder;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** {@code forum-server backup}: the running server copies, or this command where none runs. */
final class BackupCommand extends ToolCommand {

    private final Parameter<Path> target;

    BackupCommand() {
        super(new Syntax(
                "forum-server backup", "Copies all that is kept to a new folder, whether a server runs or not."));
        target = syntax().parameter("TARGET", "where to: a folder that is empty or does not exist", Values::path);
    }

    @Override
    int run(CommandLine line, StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        Path to = target.in(line);
        List<String> order = List.of(CopyOrder.BACKUP, to.toAbsolutePath().toString());
        if (!RunningServer.order(config.folder(), order, terminal)) {
            provider.backup(config, to, terminal::progress);
        }
        terminal.line("Backed up to " + to);
        return 0;
    }
}
