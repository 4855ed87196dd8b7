package forum.server.cli;

import forum.server.Deadlines;
import forum.server.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What those who connect may take. */
final class LimitOptions {

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "connections in all; here and below 0 is no limit (${DEFAULT-VALUE})")
    private int connections = Limits.DEFAULT.connections();

    @Option(
            names = "--connections-per-address",
            paramLabel = "N",
            description = "connections from one address (${DEFAULT-VALUE})")
    private int connectionsPerAddress = Limits.DEFAULT.connectionsPerAddress();

    @Option(
            names = "--strangers",
            paramLabel = "N",
            description = "connections that are not logged in (${DEFAULT-VALUE})")
    private int strangers = Limits.DEFAULT.strangers();

    @Option(
            names = "--requests-per-second",
            paramLabel = "N",
            description = "requests a second of one user (${DEFAULT-VALUE})")
    private int requestsPerSecond = Limits.DEFAULT.requestsPerSecond();

    @Option(names = "--burst", paramLabel = "N", description = "requests of one user at once (${DEFAULT-VALUE})")
    private int burst = Limits.DEFAULT.burst();

    @Option(
            names = "--waiting-news",
            paramLabel = "SIZE",
            converter = Size.Converter.class,
            description = "news that waits for one reader, in bytes, or with K, M or G (${DEFAULT-VALUE})")
    private Size waitingNews = new Size(Limits.DEFAULT.waitingNews());

    @Option(names = "--limit-loopback", description = "limit this machine's address and its users' requests, too")
    private boolean loopback;

    @Option(
            names = "--login-seconds",
            paramLabel = "N",
            description = "how long a connection may stay without logging in (${DEFAULT-VALUE})")
    private long loginSeconds = Deadlines.DEFAULT.login().toSeconds();

    @Option(
            names = "--handshake-seconds",
            paramLabel = "N",
            description = "how long the handshake of TLS may take (${DEFAULT-VALUE})")
    private long handshakeSeconds = Deadlines.DEFAULT.handshake().toSeconds();

    @Option(
            names = "--request-seconds",
            paramLabel = "N",
            description = "how long nothing may come of a request that has begun (${DEFAULT-VALUE})")
    private long requestSeconds = Deadlines.DEFAULT.request().toSeconds();

    @Option(
            names = "--upload-seconds",
            paramLabel = "N",
            description = "how long nothing may come of a file that has begun (${DEFAULT-VALUE})")
    private long uploadSeconds = Deadlines.DEFAULT.upload().toSeconds();

    @Option(
            names = "--reading-seconds",
            paramLabel = "N",
            description = "how long a client may not read what it is sent (${DEFAULT-VALUE})")
    private long readingSeconds = Deadlines.DEFAULT.reading().toSeconds();

    @Option(
            names = "--idle-seconds",
            paramLabel = "N",
            description = "how long a connection may be silent (${DEFAULT-VALUE})")
    private long idleSeconds = Deadlines.DEFAULT.idle().toSeconds();

    Limits limits() {
        try {
            return new Limits(
                    connections,
                    connectionsPerAddress,
                    strangers,
                    requestsPerSecond,
                    burst,
                    Math.clamp(waitingNews.bytes(), 0, Integer.MAX_VALUE),
                    loopback,
                    deadlines());
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage());
        }
    }

    private Deadlines deadlines() {
        return new Deadlines(
                Duration.ofSeconds(loginSeconds),
                Duration.ofSeconds(handshakeSeconds),
                Duration.ofSeconds(requestSeconds),
                Duration.ofSeconds(uploadSeconds),
                Duration.ofSeconds(readingSeconds),
                Duration.ofSeconds(idleSeconds));
    }
}
