package forum.api.command;

import forum.api.Forum;
import forum.api.Name;

/** Give a handler the forum as the user who called may use it. */
public interface CommandContext extends PluginContext {

    /** Tell who called. */
    Name user();

    /** Act in the forum as that user. */
    @Override
    Forum forum();
}
