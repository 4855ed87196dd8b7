package forum.server.cli;

import forum.api.storage.StorageProvider;
import forum.server.control.CopyOrder;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code forum-server backup}: the running server copies, or this command where none runs. */
@Command(
        name = "forum-server backup",
        description = "Copies all that is kept to a new folder, whether a server runs or not.",
        mixinStandardHelpOptions = true,
        versionProvider = ServeCommand.VersionOfModule.class)
final class BackupCommand extends ToolCommand {

    @Parameters(paramLabel = "TARGET", description = "where to: a folder that is empty or does not exist")
    private Path target = Path.of("");

    @Override
    int run(StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        List<String> order = List.of(CopyOrder.BACKUP, target.toAbsolutePath().toString());
        if (!RunningServer.order(config.folder(), order, terminal)) {
            provider.backup(config, target, terminal::progress);
        }
        terminal.line("Backed up to " + target);
        return 0;
    }
}
