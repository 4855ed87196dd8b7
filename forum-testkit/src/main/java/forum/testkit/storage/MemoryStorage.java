package forum.testkit.storage;

import forum.api.Event;
import forum.api.storage.Actor;
import forum.api.storage.Capacity;
import forum.api.storage.Credentials;
import forum.api.storage.Feed;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.api.storage.StorageProvider.Config;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keep a forum in plain lists, where a change is durable at once. */
final class MemoryStorage implements Storage {

    private final MemoryForum forum;
    private final InstantSource clock;
    private final Capacity capacity;
    private Optional<Feed> feed = Optional.empty();

    MemoryStorage(MemoryForum forum, Config config) {
        this.forum = forum;
        this.clock = config.clock();
        this.capacity = config.capacity();
    }

    @Override
    public Session session(Actor actor) {
        return new MemorySession(this, forum, actor);
    }

    @Override
    public Credentials credentials() {
        return new MemoryCredentials(forum);
    }

    @Override
    public List<String> plugins() {
        synchronized (forum) {
            return forum.plugins.entrySet().stream()
                    .filter(plugin -> !plugin.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    @Override
    public long lastId() {
        return forum.lastId();
    }

    @Override
    public void feed(Feed feed) {
        synchronized (forum) {
            this.feed = Optional.of(feed);
        }
    }

    @Override
    public void backup(Path target, Consumer<String> report) {
        MemoryStorageProvider.copy(forum, target, report);
    }

    @Override
    public void erase() {
        synchronized (forum) {
            forum.clear();
            feed.ifPresent(Feed::lost);
        }
    }

    @Override
    public void close() {
        forum.inUse.set(false);
    }

    Capacity capacity() {
        return capacity;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    void tell(Event event) {
        feed.ifPresent(listener -> listener.changed(event));
    }
}
