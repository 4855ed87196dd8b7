package forum.api.command;

import forum.api.ForumView;
import forum.api.Name;
import forum.api.Text;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Give a plugin the forum and a place to remember.
 *
 * <p>Valid for the call that it was given for, on that call's thread, unless a method says otherwise; after it, every
 * method throws {@link IllegalStateException}. A listener's context is valid until it is closed.
 */
public interface PluginContext {

    /** Read the forum. */
    ForumView forum();

    /** Remember and recall: this plugin's own part of the storage. */
    PluginStore store();

    /** Tell the time; the only clock to use, so that tests can set it. */
    InstantSource clock();

    /** List who is logged in, each connection once, in order of login. */
    List<Online> online();

    /** Give a folder on disk for what can be made anew at any time, such as an index; it exists, and is this plugin's alone. */
    Path cache();

    /** Send a line of news to one user's connections that listen; lost if there are none. */
    void tell(Name user, Text line);
}
