package forum.server.cli;

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
            names = "--login-seconds",
            paramLabel = "N",
            description = "how long a connection may stay without logging in (${DEFAULT-VALUE})")
    private long loginSeconds = Limits.DEFAULT.strangersTime().toSeconds();

    @Option(
            names = "--requests-per-second",
            paramLabel = "N",
            description = "requests a second of one user (${DEFAULT-VALUE})")
    private int requestsPerSecond = Limits.DEFAULT.requestsPerSecond();

    @Option(names = "--burst", paramLabel = "N", description = "requests of one user at once (${DEFAULT-VALUE})")
    private int burst = Limits.DEFAULT.burst();

    @Option(
            names = "--idle-seconds",
            paramLabel = "N",
            description = "how long a connection may be silent (${DEFAULT-VALUE})")
    private long idleSeconds = Limits.DEFAULT.idle().toSeconds();

    @Option(names = "--limit-loopback", description = "limit this machine's address and its users' requests, too")
    private boolean loopback;

    Limits limits() {
        try {
            return new Limits(
                    connections,
                    connectionsPerAddress,
                    strangers,
                    Duration.ofSeconds(loginSeconds),
                    requestsPerSecond,
                    burst,
                    Duration.ofSeconds(idleSeconds),
                    loopback);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage());
        }
    }
}
