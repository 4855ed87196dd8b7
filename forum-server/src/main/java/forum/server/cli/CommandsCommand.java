package forum.server.cli;

import forum.server.Plugins;
import forum.server.StartException;
import forum.server.connection.SessionWords;
import forum.server.plugin.PluginHost;
import org.apache.commons.cli.CommandLine;

/** {@code forum-server commands}. */
final class CommandsCommand implements Command {

    private final Syntax syntax = new Syntax(
            "forum-server commands",
            "Lists the commands and where they come from, as the log of a start does, and serves nobody;",
            "exits with 0 if a server would start with them and has left nothing out, with 1 if not.");
    private final StorageOptions storage = new StorageOptions(syntax);
    private final PluginOptions options = new PluginOptions(syntax);
    private int status;

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public int run(CommandLine line) {
        try (PluginHost host = new PluginHost(this::complain)) {
            host.load(storage.data(line), options.configure(Plugins.NONE, line), SessionWords.names());
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
