package forum.server.command;

import forum.api.Name;
import forum.api.Text;
import forum.api.command.Online;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What contexts offer beside the forum: the clock, who is online, news for one user, a place for caches. Thread-safe. */
public interface Surroundings {

    /** Tell the time. */
    InstantSource clock();

    /** List who is logged in. */
    List<Online> online();

    /** Give the folder in which every plugin may have one for its cache. */
    Path caches();

    /** Send a line of news to one user. */
    void tell(Name user, Text line);
}
