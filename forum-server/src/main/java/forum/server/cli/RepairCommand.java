package forum.server.cli;

import forum.api.storage.StorageProvider;
import org.apache.commons.cli.CommandLine;

/** {@code forum-server repair}. */
final class RepairCommand extends ToolCommand {

    RepairCommand() {
        super(new Syntax(
                "forum-server repair",
                "Keeps all that is sound, drops the rest and says what; make a copy of the folder first."));
    }

    @Override
    int run(CommandLine line, StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        provider.repair(config, terminal::line);
        return 0;
    }
}
