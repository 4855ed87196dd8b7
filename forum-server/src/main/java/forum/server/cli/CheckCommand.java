package forum.server.cli;

import forum.api.storage.StorageProvider;
import org.apache.commons.cli.CommandLine;

/** {@code forum-server check}. */
final class CheckCommand extends ToolCommand {

    CheckCommand() {
        super(new Syntax(
                "forum-server check",
                "Checks all that is kept and changes nothing; exits with 0 if it is sound, with 1 if not."));
    }

    @Override
    int run(CommandLine line, StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        return provider.check(config, terminal::line) ? 0 : 1;
    }
}
