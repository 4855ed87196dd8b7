package forum.server.cli;

import forum.server.ForumServer;
import forum.server.ServerConfig;
import forum.server.ServerConfig.Access;
import forum.server.ServerConfig.Access.Registration;
import forum.server.StartException;
import forum.server.Version;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forum-server [options] PORT ADMIN_PASSWORD}. */
@Command(
        name = "forum-server",
        description = "Serves a forum until SHT with the admin password, SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = ServeCommand.VersionOfModule.class,
        sortOptions = false,
        footer = {
            "",
            "forum-server commands [options]          lists the commands and where they come from, and serves nobody",
            "forum-server check [--data DIR]          checks all that is kept, while no server runs",
            "forum-server repair [--data DIR]         keeps what is sound of a damaged folder",
            "forum-server backup [--data DIR] TARGET  copies all that is kept to a new folder",
            "forum-server export [--data DIR] TARGET  writes the forum as text, and as JSON to be imported",
            "forum-server import [--data DIR] SOURCE  makes a new data folder from what export wrote",
            "forum-server users [--data DIR] WHAT …   looks after the accounts"
        },
        usageHelpAutoWidth = true)
final class ServeCommand implements Callable<Integer> {

    private static final String PASSWORD_VARIABLE = "FORUM_ADMIN_PASSWORD";

    @Parameters(index = "0", paramLabel = "PORT", description = "where to listen; 0 picks a free port")
    private int port;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ADMIN_PASSWORD",
            description = "what SHT asks for; safer in a file or in the environment's " + PASSWORD_VARIABLE)
    private @Nullable String password;

    @Mixin
    private StorageOptions storage = new StorageOptions();

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address to listen on (${DEFAULT-VALUE})")
    private String bind = "127.0.0.1";

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private CapacityOptions capacity = new CapacityOptions();

    @Option(
            names = "--sessions-per-user",
            paramLabel = "N",
            defaultValue = "1",
            description = "how often a person may be logged in; 0: no limit (${DEFAULT-VALUE})")
    private int sessionsPerUser;

    @Option(
            names = "--auth-per-user",
            paramLabel = "N",
            defaultValue = "16",
            description = "how many connections a user's programs may hold; 0: no limit (${DEFAULT-VALUE})")
    private int authPerUser;

    @Option(
            names = "--registration",
            paramLabel = "WHO",
            defaultValue = "open",
            description = "who may make an account: open, closed, or invite, with a code (${DEFAULT-VALUE})")
    private Registration registration = Registration.OPEN;

    @Option(
            names = "--accounts-per-hour",
            paramLabel = "N",
            defaultValue = "60",
            description = "how many accounts may be made from one address in an hour; 0: no limit (${DEFAULT-VALUE})")
    private int accountsPerHour;

    @Option(names = "--ephemeral", description = "SHT, and only SHT, erases all data")
    private boolean ephemeral;

    @Option(
            names = "--admin-password-file",
            paramLabel = "FILE",
            description = "file whose first line is the admin password")
    private @Nullable Path passwordFile;

    @Option(names = "--no-json", description = "do not speak the JSON messages of the forum's first version")
    private boolean noJson;

    @Option(names = "--quiet", description = "log no line per connection, login and command")
    private boolean quiet;

    @Override
    public Integer call() {
        ServerConfig config = config();
        try {
            serve(ForumServer.start(config));
            return 0;
        } catch (StartException e) {
            System.err.println("forum-server: " + e.getMessage());
            return 1;
        }
    }

    /** Serve until somebody says {@code SHT}, or a signal comes: the JVM ends only when the server has. */
    private static void serve(ForumServer server) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("signal").unstarted(server::close));
        server.awaitEnd();
    }

    private ServerConfig config() {
        if (port < 0 || port > 65535) {
            throw new WrongUsage("A port is a number from 0 to 65535, not " + port);
        }
        if (sessionsPerUser < 0 || authPerUser < 0 || accountsPerHour < 0) {
            throw new WrongUsage("A number of connections or accounts cannot be negative");
        }
        return ServerConfig.of(storage.data(), storage.provider(), adminPassword())
                .withNetwork(network -> tls.applyTo(network.movedTo(address())).with(limits.limits()))
                .withPlugins(plugins::configure)
                .withAccess(_ -> access())
                .withCapacity(_ -> capacity.capacity())
                .ephemeral(ephemeral)
                .quiet(quiet);
    }

    private Access access() {
        Set<String> closedDoors = noJson ? Set.of("json") : Set.of();
        return new Access(sessionsPerUser, authPerUser, closedDoors, registration, accountsPerHour);
    }

    private InetSocketAddress address() {
        if (bind.isBlank()) {
            throw new WrongUsage("The address to listen on is empty");
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(bind), port);
        } catch (UnknownHostException e) {
            throw new WrongUsage("The address " + bind + " is not known");
        }
    }

    private String adminPassword() {
        if (password != null && passwordFile != null) {
            throw new WrongUsage("The admin password is given twice, in a file and as an argument");
        }
        String given = password != null
                ? password
                : passwordFile != null ? firstLine(passwordFile) : System.getenv(PASSWORD_VARIABLE);
        if (given == null) {
            throw new WrongUsage(
                    "The admin password is missing: give it as the second argument, with --admin-password-file or in "
                            + PASSWORD_VARIABLE);
        }
        if (given.isEmpty()) {
            throw new WrongUsage("The admin password must not be empty");
        }
        return given;
    }

    private String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new WrongUsage("The file " + file + " with the admin password cannot be read");
        }
    }

    /** Tell the module's version. */
    static final class VersionOfModule implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"forum-server " + Version.NUMBER};
        }
    }
}
