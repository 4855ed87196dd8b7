package forum.server.cli;

import forum.server.Deadlines;
import forum.server.Limits;
import java.time.Duration;
import org.apache.commons.cli.CommandLine;

/** What those who connect may take. */
final class LimitOptions {

    private final Setting<Integer> connections;
    private final Setting<Integer> connectionsPerAddress;
    private final Setting<Integer> strangers;
    private final Setting<Integer> requestsPerSecond;
    private final Setting<Integer> burst;
    private final Setting<Size> waitingNews;
    private final Setting<Boolean> loopback;
    private final Setting<Duration> login;
    private final Setting<Duration> handshake;
    private final Setting<Duration> request;
    private final Setting<Duration> upload;
    private final Setting<Duration> reading;
    private final Setting<Duration> idle;

    LimitOptions(Syntax syntax) {
        connections = syntax.count(
                "connections", "connections in all; here and below 0 is no limit", Limits.DEFAULT.connections());
        connectionsPerAddress = syntax.count(
                "connections-per-address", "connections from one address", Limits.DEFAULT.connectionsPerAddress());
        strangers = syntax.count("strangers", "connections that are not logged in", Limits.DEFAULT.strangers());
        requestsPerSecond = syntax.count(
                "requests-per-second", "requests a second of one user", Limits.DEFAULT.requestsPerSecond());
        burst = syntax.count("burst", "requests of one user at once", Limits.DEFAULT.burst());
        waitingNews = syntax.size(
                "waiting-news",
                "news that waits for one reader, in bytes, or with K, M or G",
                Limits.DEFAULT.waitingNews());
        loopback = syntax.flag("limit-loopback", "limit this machine's address and its users' requests, too");
        login = syntax.seconds(
                "login-seconds", "how long a connection may stay without logging in", Deadlines.DEFAULT.login());
        handshake = syntax.seconds(
                "handshake-seconds", "how long the handshake of TLS may take", Deadlines.DEFAULT.handshake());
        request = syntax.seconds(
                "request-seconds",
                "how long nothing may come of a request that has begun",
                Deadlines.DEFAULT.request());
        upload = syntax.seconds(
                "upload-seconds", "how long nothing may come of a file that has begun", Deadlines.DEFAULT.upload());
        reading = syntax.seconds(
                "reading-seconds", "how long a client may not read what it is sent", Deadlines.DEFAULT.reading());
        idle = syntax.seconds("idle-seconds", "how long a connection may be silent", Deadlines.DEFAULT.idle());
    }

    Limits limits(CommandLine line) {
        try {
            return new Limits(
                    connections.in(line),
                    connectionsPerAddress.in(line),
                    strangers.in(line),
                    requestsPerSecond.in(line),
                    burst.in(line),
                    Math.clamp(waitingNews.in(line).bytes(), 0, Integer.MAX_VALUE),
                    loopback.in(line),
                    deadlines(line));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage());
        }
    }

    private Deadlines deadlines(CommandLine line) {
        return new Deadlines(
                login.in(line), handshake.in(line), request.in(line), upload.in(line), reading.in(line), idle.in(line));
    }
}
