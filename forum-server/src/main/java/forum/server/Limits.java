package forum.server;

import java.time.Duration;

/**
 * Bound what those who connect may take; 0 stands for no limit.
 *
 * @param connections how many connections there may be
 * @param connectionsPerAddress how many of them from one address
 * @param strangers how many of them may not be logged in; one more, and the one that has waited longest is closed
 * @param strangersTime how long one may stay without logging in
 * @param requestsPerSecond how many requests a user may send in the long run
 * @param burst how many of them at once
 * @param idle how long a logged-in connection may be silent
 * @param loopback whether the limits of an address and of a user's requests hold for connections from this machine, too;
 *     what comes through a tunnel or a proxy comes from there
 */
public record Limits(
        int connections,
        int connectionsPerAddress,
        int strangers,
        Duration strangersTime,
        int requestsPerSecond,
        int burst,
        Duration idle,
        boolean loopback) {

    /** Enough for people and their bots, too little for an attack. */
    public static final Limits DEFAULT =
            new Limits(16_384, 256, 1_000, Duration.ofMinutes(5), 200, 2_000, Duration.ZERO, false);

    /** Refuse what is no limit. */
    public Limits {
        if (connections < 0
                || connectionsPerAddress < 0
                || strangers < 0
                || requestsPerSecond < 0
                || burst < 0
                || strangersTime.isNegative()
                || idle.isNegative()) {
            throw new IllegalArgumentException("A limit cannot be negative");
        }
    }
}
