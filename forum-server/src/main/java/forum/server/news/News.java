package forum.server.news;

import forum.api.Event;
import forum.api.Name;
import forum.api.Text;
import forum.api.storage.Feed;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Publish what happens to the connections that subscribed and to the plugins' listeners. Nobody who publishes waits.
 * Thread-safe.
 */
public final class News implements Feed {

    private final InstantSource clock;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final List<Feed> listeners = new CopyOnWriteArrayList<>();

    /** Tell the time of what has none of its own. */
    public News(InstantSource clock) {
        this.clock = clock;
    }

    /** Let plugins hear, too. */
    public void add(Feed listener) {
        listeners.add(listener);
    }

    /** Begin to listen for a user. */
    public Subscription subscribe(Name user) {
        Subscription subscription = new Subscription(user, clock);
        subscriptions.add(subscription);
        return subscription;
    }

    /** End listening. */
    public void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
        subscription.end();
    }

    @Override
    public void changed(Event event) {
        listeners.forEach(listener -> listener.changed(event));
        publish(channel(event), () -> EventJson.of(event));
    }

    @Override
    public void lost() {
        listeners.forEach(Feed::lost);
        byte[] payload = EventJson.missed(clock.instant());
        subscriptions.forEach(s -> s.hearEverywhere(payload));
    }

    /** Tell one user something. */
    public void tell(Name user, Text line) {
        publish("user:" + user, () -> EventJson.told(clock.instant(), user, line));
    }

    /** Give what a listener is to hear of the server's end; it is sent at once, past what it has not read yet. */
    public List<Item> shutdown(Subscription subscription, String farewell) {
        return subscription.items("server", EventJson.shutdown(clock.instant(), farewell));
    }

    private void publish(String channel, Supplier<byte[]> payload) {
        byte[] written = null;
        for (Subscription subscription : subscriptions) {
            if (subscription.hears(channel)) {
                written = written == null ? payload.get() : written;
                subscription.hear(channel, written);
            }
        }
    }

    private static String channel(Event event) {
        return switch (event) {
            case Event.Created _, Event.Removed _ -> "threads";
            case Event.InThread inThread -> "thread:" + inThread.thread().title();
            case Event.LoggedIn _, Event.LoggedOut _ -> "users";
        };
    }
}
