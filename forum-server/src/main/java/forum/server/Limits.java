package forum.server;

import java.util.function.UnaryOperator;

/**
 * Bound what those who connect may take; 0 stands for no limit.
 *
 * @param connections how many connections there may be
 * @param connectionsPerAddress how many of them from one address
 * @param strangers how many of them may not be logged in; one more, and the one that has waited longest is closed
 * @param requestsPerSecond how many requests a user may send in the long run
 * @param burst how many of them at once
 * @param waitingNews how many bytes of news wait for one reader; more becomes {@code missed}
 * @param loopback whether the limits of an address and of a user's requests hold for connections from this machine, too;
 *     what comes through a tunnel or a proxy comes from there
 * @param deadlines how long they may take
 */
public record Limits(
        int connections,
        int connectionsPerAddress,
        int strangers,
        int requestsPerSecond,
        int burst,
        int waitingNews,
        boolean loopback,
        Deadlines deadlines) {

    /** Enough for people and their bots, too little for an attack. */
    public static final Limits DEFAULT =
            new Limits(16_384, 256, 1_000, 200, 2_000, 512 * 1024, false, Deadlines.DEFAULT);

    /** Refuse what is no limit. */
    public Limits {
        if (connections < 0
                || connectionsPerAddress < 0
                || strangers < 0
                || requestsPerSecond < 0
                || burst < 0
                || waitingNews < 0) {
            throw new IllegalArgumentException("A limit cannot be negative");
        }
    }

    /** Let there be so many connections, and so many of them from one address. */
    public Limits withConnections(int inAll, int perAddress) {
        return new Limits(inAll, perAddress, strangers, requestsPerSecond, burst, waitingNews, loopback, deadlines);
    }

    /** Let so many not be logged in. */
    public Limits withStrangers(int most) {
        return new Limits(
                connections, connectionsPerAddress, most, requestsPerSecond, burst, waitingNews, loopback, deadlines);
    }

    /** Let a user send so many requests. */
    public Limits withRequests(int perSecond, int atOnce) {
        return new Limits(
                connections, connectionsPerAddress, strangers, perSecond, atOnce, waitingNews, loopback, deadlines);
    }

    /** Let those from this machine take no more than others. */
    public Limits onLoopbackToo() {
        return new Limits(
                connections, connectionsPerAddress, strangers, requestsPerSecond, burst, waitingNews, true, deadlines);
    }

    /** Let them take longer, or less long. */
    public Limits withDeadlines(UnaryOperator<Deadlines> change) {
        return new Limits(
                connections,
                connectionsPerAddress,
                strangers,
                requestsPerSecond,
                burst,
                waitingNews,
                loopback,
                change.apply(deadlines));
    }
}
