package forum.server.news;

import forum.api.Event;
import forum.api.Name;
import forum.api.Text;
import forum.api.storage.Feed;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Publish what happens to the connections that subscribed and to the plugins' listeners. Nobody who publishes waits.
 * Thread-safe.
 */
public final class News implements Feed {

    private final int mostWaiting;
    private final InstantSource clock;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final List<Feed> listeners = new CopyOnWriteArrayList<>();
    private final Whispers whispers = new Whispers();

    /**
     * Begin with nobody who listens.
     *
     * @param mostWaiting how many bytes wait for one reader; 0: no limit
     * @param clock tells the time of what has none of its own
     */
    public News(int mostWaiting, InstantSource clock) {
        this.mostWaiting = mostWaiting;
        this.clock = clock;
    }

    /** Let plugins hear, too. */
    public void add(Feed listener) {
        listeners.add(listener);
    }

    /** Begin to listen for a user. */
    public Subscription subscribe(Name user) {
        Subscription subscription = new Subscription(user, mostWaiting, clock);
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
        switch (event) {
            case Event.LoggedIn(var _, Name user) -> whispers.came(user);
            case Event.LoggedOut(var _, Name user) -> whispers.left(user);
            default -> {}
        }
        listeners.forEach(listener -> listener.changed(event));
        publish(channel(event), () -> EventJson.of(event));
    }

    @Override
    public void lost() {
        listeners.forEach(Feed::lost);
        byte[] payload = EventJson.missed(clock.instant());
        subscriptions.forEach(s -> s.hearEverywhere(payload));
    }

    /** Tell one user something; kept for a while if the user is there but does not listen yet. */
    public void tell(Name user, Text line) {
        String channel = Subscription.privateChannel(user);
        byte[] payload = EventJson.told(clock.instant(), user, Whispers.cut(line));
        synchronized (whispers) {
            if (!publish(channel, () -> payload)) {
                whispers.keep(user, payload);
            }
        }
    }

    /** Let a user hear what was told before they listened; called when they begin to. */
    public void catchUp(Subscription subscription) {
        synchronized (whispers) {
            String channel = Subscription.privateChannel(subscription.user());
            List<Optional<String>> ways = subscription.ways(channel);
            if (!ways.isEmpty()) {
                whispers.take(subscription.user()).forEach(payload -> subscription.hear(channel, ways, payload));
            }
        }
    }

    /** Give what a listener is to hear of the server's end; it is sent at once, past what it has not read yet. */
    public List<Item> shutdown(Subscription subscription, String farewell) {
        byte[] payload = EventJson.shutdown(clock.instant(), farewell);
        return subscription.ways("server").stream()
                .map(way -> new Item("server", way, payload))
                .toList();
    }

    /** Let all who listen hear; false if nobody does. */
    private boolean publish(String channel, Supplier<byte[]> payload) {
        byte[] written = null;
        for (Subscription subscription : subscriptions) {
            List<Optional<String>> ways = subscription.ways(channel);
            if (!ways.isEmpty()) {
                written = written == null ? payload.get() : written;
                subscription.hear(channel, ways, written);
            }
        }
        return written != null;
    }

    private static String channel(Event event) {
        return switch (event) {
            case Event.Created _, Event.Removed _ -> "threads";
            case Event.InThread inThread -> "thread:" + inThread.thread().title();
            case Event.LoggedIn _, Event.LoggedOut _ -> "users";
        };
    }
}
