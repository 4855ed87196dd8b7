package forum.server.connection;

import forum.server.Limits;
import forum.server.login.Source;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Count connections, and know those that are not logged in, in the order in which they came.
 *
 * <p>When there are too many strangers the one that has waited longest leaves: an attacker cannot keep others out by
 * doing nothing. Thread-safe.
 */
final class Lobby {

    private final Limits limits;
    private final Map<Source, Integer> bySource = new HashMap<>();
    private final Map<Connection, Long> strangers = new LinkedHashMap<>();
    private int total;

    Lobby(Limits limits) {
        this.limits = limits;
    }

    /** Let a connection in, if there is room for it. */
    synchronized boolean admits(InetAddress address) {
        boolean full = limits.connections() > 0 && total >= limits.connections()
                || limits.connectionsPerAddress() > 0
                        && (limits.loopback() || !address.isLoopbackAddress())
                        && bySource.getOrDefault(Source.of(address), 0) >= limits.connectionsPerAddress();
        if (!full) {
            total++;
            bySource.merge(Source.of(address), 1, Integer::sum);
        }
        return !full;
    }

    /** Note that a connection that was let in has ended. */
    synchronized void left(InetAddress address) {
        total--;
        bySource.computeIfPresent(Source.of(address), (_, count) -> count == 1 ? null : count - 1);
    }

    /** Note that somebody is not logged in; gives who has to leave for them. */
    synchronized Optional<Connection> enter(Connection stranger) {
        strangers.put(stranger, System.nanoTime());
        if (limits.strangers() == 0 || strangers.size() <= limits.strangers()) {
            return Optional.empty();
        }
        Connection longest = strangers.keySet().iterator().next();
        strangers.remove(longest);
        return Optional.of(longest);
    }

    /** Note that somebody is a stranger no longer, or has gone. */
    synchronized void leave(Connection stranger) {
        strangers.remove(stranger);
    }

    /** Give those who have been strangers for too long. */
    synchronized List<Connection> overdue() {
        List<Connection> overdue = new ArrayList<>();
        Duration time = limits.deadlines().login();
        long before = System.nanoTime() - time.toNanos();
        for (Map.Entry<Connection, Long> entry : strangers.entrySet()) {
            if (time.isZero() || entry.getValue() - before > 0) {
                break;
            }
            overdue.add(entry.getKey());
        }
        return overdue;
    }
}
