package forum.testkit.command;

import forum.api.Forum;
import forum.api.Name;
import forum.api.Text;
import forum.api.command.CommandContext;
import forum.api.command.Online;
import forum.api.command.PluginStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A context for one call.
 *
 * @param told hears what the handler tells users
 */
record BenchContext(
        Name user,
        Forum forum,
        Optional<Forum> unrestricted,
        PluginStore store,
        InstantSource clock,
        List<Online> online,
        Path cache,
        BiConsumer<Name, Text> told)
        implements CommandContext {

    @Override
    public void tell(Name to, Text line) {
        told.accept(to, line);
    }
}
