package forum.api.command;

import forum.api.Forum;
import forum.api.Name;
import java.util.Optional;

/**
 * Give a handler the forum as the user who called may use it.
 *
 * <p>Valid for one call, until it is answered or given up; afterwards every method, and every method of what it gave,
 * throws {@link IllegalStateException}. Use it on the call's own thread.
 */
public interface CommandContext extends PluginContext {

    /** Tell who called. */
    Name user();

    /** Act in the forum as that user: the author of what is made, who may change only what is their own. */
    @Override
    Forum forum();

    /**
     * Act in the forum as that user, without the rules of ownership: any message may be edited and deleted, any thread
     * removed. What is made still has that user as its author.
     *
     * @return empty unless the operator trusts this plugin ({@code forum-server --trust NAME}); a handler that cannot do
     *     without refuses then, and it alone decides which users may have this
     */
    Optional<Forum> unrestricted();
}
