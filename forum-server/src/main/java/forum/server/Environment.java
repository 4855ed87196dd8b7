package forum.server;

import forum.api.Name;
import forum.api.Text;
import forum.api.command.Online;
import forum.server.command.Surroundings;
import forum.server.login.Presence;
import forum.server.news.News;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What handlers and listeners find around them in this server. */
record Environment(InstantSource clock, Presence presence, News news, Path data) implements Surroundings {

    /** The folder in the data folder that can be deleted at any time. */
    static final String CACHES = "cache";

    @Override
    public List<Online> online() {
        return presence.online();
    }

    @Override
    public Path caches() {
        return data.resolve(CACHES);
    }

    @Override
    public void tell(Name user, Text line) {
        news.tell(user, line);
    }
}
