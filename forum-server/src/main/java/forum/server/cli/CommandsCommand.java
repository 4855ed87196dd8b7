package forum.server.cli;

import forum.server.Plugins;
import forum.server.StartException;
import forum.server.connection.SessionWords;
import forum.server.plugin.PluginHost;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code forum-server commands}. */
@Command(
        name = "forum-server commands",
        description = {
            "Lists the commands and where they come from, as the log of a start does, and serves nobody;",
            "exits with 0 if a server would start with them and has left nothing out, with 1 if not."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ServeCommand.VersionOfModule.class)
final class CommandsCommand implements Callable<Integer> {

    @Mixin
    private StorageOptions storage = new StorageOptions();

    @Mixin
    private PluginOptions options = new PluginOptions();

    private int status;

    @Override
    public Integer call() {
        try (PluginHost host = new PluginHost(this::complain)) {
            host.load(storage.data(), options.configure(Plugins.NONE), SessionWords.names());
            host.lines().forEach(System.out::println);
        } catch (StartException e) {
            complain(e.getMessage());
        }
        return status;
    }

    private void complain(String sentence) {
        status = 1;
        System.err.println("forum-server: " + sentence);
    }
}
