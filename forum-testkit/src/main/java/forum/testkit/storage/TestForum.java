package forum.testkit.storage;

import forum.api.Event;
import forum.api.Name;
import forum.api.storage.Actor;
import forum.api.storage.Capacity;
import forum.api.storage.Feed;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.api.storage.StorageProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Open a storage on a folder, with a clock that the test turns and a feed that takes notes. */
public final class TestForum implements AutoCloseable {

    private final StorageProvider provider;
    private final StorageProvider.Config config;
    private final TestClock clock = new TestClock();
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private Storage storage;
    private boolean open = true;

    /** Open the storage. */
    public TestForum(StorageProvider provider, Path folder) {
        this(provider, folder, Capacity.UNLIMITED);
    }

    /** Open the storage with limits. */
    public TestForum(StorageProvider provider, Path folder, Capacity capacity) {
        this.provider = provider;
        this.config = new StorageProvider.Config(folder, Map.of(), clock, capacity);
        this.storage = open();
    }

    /** Give the open storage. */
    public Storage storage() {
        return storage;
    }

    /** Give what the storage is opened with. */
    public StorageProvider.Config config() {
        return config;
    }

    /** Give the clock that the storage uses. */
    public TestClock clock() {
        return clock;
    }

    /** List what the feed heard, in order. */
    public List<Event> heard() {
        return List.copyOf(heard);
    }

    /** Act as a user. */
    public Session as(String user) {
        return storage.session(Actor.user(new Name(user)));
    }

    /** Act as one who may change what others own. */
    public Session asUnrestricted(String user) {
        return storage.session(new Actor(new Name(user), true));
    }

    /** Close the storage and open it again. */
    public void reopen() {
        stop();
        storage = open();
        open = true;
    }

    @Override
    public void close() {
        stop();
    }

    /** Close the storage, unless that is done already. */
    public void stop() {
        if (open) {
            open = false;
            storage.close();
        }
    }

    private Storage open() {
        Storage opened = provider.open(config);
        opened.feed(new Feed() {
            @Override
            public void changed(Event event) {
                heard.add(event);
            }

            @Override
            public void lost() {
                heard.clear();
            }
        });
        return opened;
    }
}
