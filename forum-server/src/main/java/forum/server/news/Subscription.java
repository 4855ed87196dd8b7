package forum.server.news;

import forum.api.Name;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What one connection listens to, and what it has not read of it.
 *
 * <p>Channels and patterns are changed by the connection's own thread; publishers and the reader of the mailbox may be
 * others.
 */
public final class Subscription {

    /** What is for one user alone stands on channels that begin so. */
    private static final String PRIVATE = "user:";

    private final Name user;
    private final Set<String> channels = ConcurrentHashMap.newKeySet();
    private final List<Glob> patterns = new CopyOnWriteArrayList<>();
    private final Mailbox mailbox;
    private volatile boolean ended;

    /** Listen for a user. */
    Subscription(Name user, int mostBytes, InstantSource clock) {
        this.user = user;
        this.mailbox = new Mailbox(mostBytes, clock);
    }

    /** Name the channel that is for this user alone. */
    static String privateChannel(Name user) {
        return PRIVATE + user;
    }

    /** Tell for whom this listens. */
    Name user() {
        return user;
    }

    /** Count channels and patterns. */
    public int count() {
        return channels.size() + patterns.size();
    }

    /** List the channels. */
    public Set<String> channels() {
        return new LinkedHashSet<>(channels);
    }

    /** List the patterns. */
    public Set<String> patterns() {
        Set<String> all = new LinkedHashSet<>();
        patterns.forEach(glob -> all.add(glob.pattern()));
        return all;
    }

    /** Listen to a channel. */
    public void addChannel(String channel) {
        channels.add(channel);
    }

    /** Listen to all channels that match a pattern. */
    public void addPattern(String pattern) {
        Glob glob = new Glob(pattern);
        if (!patterns.contains(glob)) {
            patterns.add(glob);
        }
    }

    /** Listen to a channel no longer. */
    public void removeChannel(String channel) {
        channels.remove(channel);
    }

    /** Listen to a pattern no longer. */
    public void removePattern(String pattern) {
        patterns.remove(new Glob(pattern));
    }

    /** Take what has come, waiting for it; empty once this has ended. */
    public Optional<Item> take() throws InterruptedException {
        return mailbox.take();
    }

    /** Tell whether an item is still to be heard: not after the channel was left, or the user has gone. */
    public boolean wants(Item item) {
        return !ended
                && item.pattern()
                        .map(pattern -> patterns.contains(new Glob(pattern)))
                        .orElseGet(() -> channels.contains(item.channel()));
    }

    /** Tell whether something published on a channel would be heard. */
    boolean hears(String channel) {
        if (channel.startsWith(PRIVATE) && !channel.equals(privateChannel(user))) {
            return false;
        }
        return channels.contains(channel) || patterns.stream().anyMatch(glob -> glob.matches(channel));
    }

    /** Hear what was published. */
    void hear(String channel, byte[] payload) {
        items(channel, payload).forEach(mailbox::put);
    }

    /** Hear something on every channel and pattern. */
    void hearEverywhere(byte[] payload) {
        channels.forEach(channel -> mailbox.put(new Item(channel, Optional.empty(), payload)));
        patterns.forEach(glob -> mailbox.put(new Item(glob.pattern(), Optional.of(glob.pattern()), payload)));
    }

    /** List what is to be heard of something published: once for the channel and once for each pattern, as in Redis. */
    List<Item> items(String channel, byte[] payload) {
        List<Item> items = new ArrayList<>();
        if (channels.contains(channel)) {
            items.add(new Item(channel, Optional.empty(), payload));
        }
        for (Glob glob : patterns) {
            if (glob.matches(channel)) {
                items.add(new Item(channel, Optional.of(glob.pattern()), payload));
            }
        }
        return items;
    }

    /** Hear nothing more. */
    void end() {
        ended = true;
        mailbox.close();
    }
}
