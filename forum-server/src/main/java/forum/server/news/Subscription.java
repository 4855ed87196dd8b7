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

    /** How many characters a pattern has from its first special one on. */
    public static final int MOST_AFTER_BEGINNING = Glob.MOST_PLACES;

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

    /** Tell whether something is short enough for a pattern; others are not listened to. */
    public static boolean isPattern(String pattern) {
        return Glob.of(pattern).isPresent();
    }

    /** Listen to all channels that match a pattern. */
    public void addPattern(String pattern) {
        if (!hasPattern(pattern)) {
            Glob.of(pattern).ifPresent(patterns::add);
        }
    }

    /** Listen to a channel no longer. */
    public void removeChannel(String channel) {
        channels.remove(channel);
    }

    /** Listen to a pattern no longer. */
    public void removePattern(String pattern) {
        patterns.removeIf(glob -> glob.pattern().equals(pattern));
    }

    /** Take what has come, waiting for it; empty once this has ended. */
    public Optional<Item> take() throws InterruptedException {
        return mailbox.take();
    }

    /** Tell whether an item is still to be heard: not after the channel was left, or the user has gone. */
    public boolean wants(Item item) {
        return !ended && item.pattern().map(this::hasPattern).orElseGet(() -> channels.contains(item.channel()));
    }

    /** List how something published on a channel is heard, as in Redis: once by the channel, and once by each pattern. */
    List<Optional<String>> ways(String channel) {
        if (channel.startsWith(PRIVATE) && !channel.equals(privateChannel(user))) {
            return List.of();
        }
        List<Optional<String>> ways = new ArrayList<>();
        if (channels.contains(channel)) {
            ways.add(Optional.empty());
        }
        for (Glob glob : patterns) {
            if (glob.matches(channel)) {
                ways.add(Optional.of(glob.pattern()));
            }
        }
        return ways;
    }

    /** Hear what was published. */
    void hear(String channel, List<Optional<String>> ways, byte[] payload) {
        ways.forEach(way -> mailbox.put(new Item(channel, way, payload)));
    }

    /** Hear something on every channel and pattern. */
    void hearEverywhere(byte[] payload) {
        channels.forEach(channel -> mailbox.put(new Item(channel, Optional.empty(), payload)));
        patterns.forEach(glob -> mailbox.put(new Item(glob.pattern(), Optional.of(glob.pattern()), payload)));
    }

    /** Hear nothing more. */
    void end() {
        ended = true;
        mailbox.close();
    }

    private boolean hasPattern(String pattern) {
        return patterns.stream().anyMatch(glob -> glob.pattern().equals(pattern));
    }
}
