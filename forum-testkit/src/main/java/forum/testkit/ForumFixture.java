package forum.testkit;

import forum.api.storage.StorageProvider;
import forum.server.ForumServer;
import forum.server.ServerConfig;
import forum.testkit.storage.MemoryStorageProvider;
import forum.testkit.storage.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Run a forum for a test: a real server in this process, on a free port of the loopback, in a temporary folder.
 *
 * <p>It has the forum's own commands and the plugins that it is given; several sessions may log in, and the clock moves only
 * when the test says so. Close it to close the clients, stop the server and delete the folder.
 */
public final class ForumFixture implements AutoCloseable {

    /** What {@code SHT} asks for. */
    public static final String ADMIN_PASSWORD = "letmein";

    private final Path data;
    private final TestClock clock = new TestClock();
    private final RecordedLog log = new RecordedLog();
    private final ServerConfig config;
    private final List<RespClient> clients = new ArrayList<>();
    private ForumServer server;

    private ForumFixture(Path data, StorageProvider storage, UnaryOperator<ServerConfig> change) {
        this.data = data;
        this.config = change.apply(
                ServerConfig.of(data, storage, ADMIN_PASSWORD).withClock(clock).withLogger(log));
        this.server = ForumServer.start(config);
    }

    /** Start a forum in memory with these plugins: each a handler, a listener, or both. */
    public static ForumFixture with(Object... plugins) {
        return start(new MemoryStorageProvider(), config -> config.withPlugins(none -> none.of(plugins)));
    }

    /** Start a forum as usual. */
    public static ForumFixture start(StorageProvider storage) {
        return start(storage, UnaryOperator.identity());
    }

    /** Start a forum with another configuration. */
    public static ForumFixture start(StorageProvider storage, UnaryOperator<ServerConfig> change) {
        Path data = temporaryFolder();
        try {
            return new ForumFixture(data, storage, change);
        } catch (RuntimeException | Error e) {
            delete(data);
            throw e;
        }
    }

    /** Connect a client, which is closed with the forum. */
    public RespClient connect() {
        RespClient client = RespClient.connect(server.port());
        clients.add(client);
        return client;
    }

    /** Connect a client and log it in. */
    public RespClient login(String name) {
        return connect().login(name);
    }

    /** Stop the server as SIGTERM does, and start it again on the same data and another port. */
    public void restart() {
        stop();
        server = ForumServer.start(config);
    }

    /** Stop the server as SIGTERM does. */
    public void stop() {
        server.close();
        server.awaitEnd();
    }

    /** Give the clock that the forum goes by. */
    public TestClock clock() {
        return clock;
    }

    /** Give what the forum logs. */
    public RecordedLog log() {
        return log;
    }

    /** Tell the port on which it listens. */
    public int port() {
        return server.port();
    }

    /** Give the data folder. */
    public Path data() {
        return data;
    }

    @Override
    public void close() {
        clients.forEach(RespClient::close); // first: a server waits a little for whom it has hung up on to do the same
        try {
            stop();
        } finally {
            delete(data);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("forum");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
