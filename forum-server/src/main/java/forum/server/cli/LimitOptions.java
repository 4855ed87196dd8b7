package forum.server.cli;

import forum.server.Deadlines;
import forum.server.Limits;
import java.time.Duration;

/** What those who connect may take. */
final class LimitOptions {

    private final Argument<Integer> connections;
    private final Argument<Integer> connectionsPerAddress;
    private final Argument<Integer> strangers;
    private final Argument<Integer> requestsPerSecond;
    private final Argument<Integer> burst;
    private final Argument<Size> waitingNews;
    private final Argument<Boolean> loopback;
    private final Argument<Duration> login;
    private final Argument<Duration> handshake;
    private final Argument<Duration> request;
    private final Argument<Duration> upload;
    private final Argument<Duration> reading;
    private final Argument<Duration> idle;

    LimitOptions(Syntax syntax) {
        connections = syntax.count(
                "--connections", "connections in all; here and below 0 is no limit", Limits.DEFAULT.connections());
        connectionsPerAddress = syntax.count(
                "--connections-per-address", "connections from one address", Limits.DEFAULT.connectionsPerAddress());
        strangers = syntax.count("--strangers", "connections that are not logged in", Limits.DEFAULT.strangers());
        requestsPerSecond = syntax.count(
                "--requests-per-second", "requests a second of one user", Limits.DEFAULT.requestsPerSecond());
        burst = syntax.count("--burst", "requests of one user at once", Limits.DEFAULT.burst());
        waitingNews = syntax.size(
                "--waiting-news",
                "news that waits for one reader, in bytes, or with K, M or G",
                Limits.DEFAULT.waitingNews());
        loopback = syntax.flag("--limit-loopback", "limit this machine's address and its users' requests, too");
        login = syntax.seconds(
                "--login-seconds", "how long a connection may stay without logging in", Deadlines.DEFAULT.login());
        handshake = syntax.seconds(
                "--handshake-seconds", "how long the handshake of TLS may take", Deadlines.DEFAULT.handshake());
        request = syntax.seconds(
                "--request-seconds",
                "how long nothing may come of a request that has begun",
                Deadlines.DEFAULT.request());
        upload = syntax.seconds(
                "--upload-seconds", "how long nothing may come of a file that has begun", Deadlines.DEFAULT.upload());
        reading = syntax.seconds(
                "--reading-seconds", "how long a client may not read what it is sent", Deadlines.DEFAULT.reading());
        idle = syntax.seconds("--idle-seconds", "how long a connection may be silent", Deadlines.DEFAULT.idle());
    }

    Limits limits() {
        try {
            return new Limits(
                    connections.value(),
                    connectionsPerAddress.value(),
                    strangers.value(),
                    requestsPerSecond.value(),
                    burst.value(),
                    Math.clamp(waitingNews.value().bytes(), 0, Integer.MAX_VALUE),
                    loopback.value(),
                    deadlines());
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage());
        }
    }

    private Deadlines deadlines() {
        return new Deadlines(
                login.value(), handshake.value(), request.value(), upload.value(), reading.value(), idle.value());
    }
}
