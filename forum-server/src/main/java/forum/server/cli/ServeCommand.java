package forum.server.cli;

import forum.server.ForumServer;
import forum.server.ServerConfig;
import forum.server.StartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** {@code forum-server [options] PORT ADMIN_PASSWORD}. */
final class ServeCommand implements Command {

    private static final String PASSWORD_VARIABLE = "FORUM_ADMIN_PASSWORD";

    private final Syntax syntax =
            new Syntax("forum-server", "Serves a forum until SHT with the admin password, SIGTERM or Ctrl-C.");
    private final Argument<Integer> port =
            syntax.parameter("PORT", "where to listen; 0 picks a free port", 0, ServeCommand::port);
    private final Argument<Optional<String>> password = syntax.optionalParameter(
            "ADMIN_PASSWORD", "what SHT asks for; safer in a file or in the environment's " + PASSWORD_VARIABLE);
    private final StorageOptions storage = new StorageOptions(syntax);
    private final Argument<String> bind =
            syntax.option("--bind", "ADDRESS", "address to listen on (127.0.0.1)", "127.0.0.1", Function.identity());
    private final PluginOptions plugins = new PluginOptions(syntax);
    private final TlsOptions tls = new TlsOptions(syntax);
    private final LimitOptions limits = new LimitOptions(syntax);
    private final CapacityOptions capacity = new CapacityOptions(syntax);
    private final AccessOptions access = new AccessOptions(syntax);
    private final Argument<Boolean> ephemeral = syntax.flag("--ephemeral", "SHT, and only SHT, erases all data");
    private final Argument<Optional<Path>> passwordFile =
            syntax.option("--admin-password-file", "FILE", "file whose first line is the admin password", Values::path);
    private final Argument<Boolean> quiet = syntax.flag("--quiet", "log no line per connection, login and command");

    ServeCommand() {
        syntax.footer(
                "",
                "Other commands, each with a --help of its own:",
                "  forum-server commands  lists the commands and where they come from",
                "  forum-server check     checks all that is kept, while no server runs",
                "  forum-server repair    keeps what is sound of a damaged folder",
                "  forum-server backup    copies all that is kept to a new folder",
                "  forum-server export    writes the forum as text, and as JSON to be imported",
                "  forum-server import    makes a new data folder from what export wrote",
                "  forum-server users     looks after the accounts");
    }

    @Override
    public Syntax syntax() {
        return syntax;
    }

    @Override
    public int run() {
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
        return ServerConfig.of(storage.data(), storage.provider(), adminPassword())
                .withNetwork(network -> tls.applyTo(network.movedTo(address())).with(limits.limits()))
                .withPlugins(plugins::configure)
                .withCapacity(_ -> capacity.capacity())
                .withAccess(_ -> access.access())
                .ephemeral(ephemeral.value())
                .quiet(quiet.value());
    }

    private static int port(String text) {
        int port = Values.count(text);
        if (port > 65535) {
            throw new IllegalArgumentException(text + " is more than 65535, the highest");
        }
        return port;
    }

    private InetSocketAddress address() {
        if (bind.value().isBlank()) {
            throw new WrongUsage("The address to listen on is empty");
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(bind.value()), port.value());
        } catch (UnknownHostException e) {
            throw new WrongUsage("The address " + bind.value() + " is not known");
        }
    }

    private String adminPassword() {
        if (password.value().isPresent() && passwordFile.value().isPresent()) {
            throw new WrongUsage("The admin password is given twice, in a file and as an argument");
        }
        String given = password.value()
                .or(() -> passwordFile.value().map(ServeCommand::firstLine))
                .or(() -> Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)))
                .orElseThrow(() -> new WrongUsage(
                        "The admin password is missing: give it as the second argument, with --admin-password-file or in "
                                + PASSWORD_VARIABLE));
        if (given.isEmpty()) {
            throw new WrongUsage("The admin password must not be empty");
        }
        return given;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new WrongUsage("The file " + file + " with the admin password cannot be read");
        }
    }
}
