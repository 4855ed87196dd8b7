package forum.api.command;

import forum.api.ForumView;
import forum.api.Name;
import forum.api.Text;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Give a plugin the forum and places to remember.
 *
 * <ul>
 *   <li><b>Made by</b> the server, for one call of a handler, or for a listener from one {@link ForumListener#begin} to
 *       its {@link ForumListener#close} or next {@code begin}.
 *   <li><b>Threading:</b> for the thread that the handler or listener is called on.
 *   <li><b>Lifecycle:</b> afterwards every method, and every method of what it gave, throws
 *       {@link IllegalStateException}. A call that takes too long loses its context in this way, too.
 *   <li><b>Failure:</b> {@link #forum} and {@link #store} throw {@link forum.api.storage.StorageException} when the
 *       storage cannot do its work; let it pass.
 * </ul>
 */
public interface PluginContext {

    /** Read the forum. */
    ForumView forum();

    /** Remember and recall, durably: this plugin's own part of the storage. */
    PluginStore store();

    /** Tell the time; the only clock to use, so that tests can set it. */
    InstantSource clock();

    /** List who is logged in, each connection once, in order of login. */
    List<Online> online();

    /**
     * Give a folder on disk for what can be made anew at any time, such as an index.
     *
     * <p>It exists, is this plugin's alone, and outlives the server; the operator may delete it while the server is
     * stopped, and it is in no backup, so it may be older or newer than the forum. The path may be kept.
     *
     * @throws java.io.UncheckedIOException if it cannot be made
     */
    Path cache();

    /**
     * Send a line of news to one user's connections that listen for it.
     *
     * <p>Returns at once. A user who is logged in but does not listen yet hears it when they begin to, if it is among
     * the last 16 lines; for others it is lost. Lines of more than 16 KiB are cut.
     */
    void tell(Name user, Text line);
}
