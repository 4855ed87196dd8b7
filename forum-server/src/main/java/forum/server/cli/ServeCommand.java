package forum.server.cli;

import forum.server.ForumServer;
import forum.server.ServerConfig;
import forum.server.StartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** {@code forum-server [options] PORT ADMIN_PASSWORD}. */
final class ServeCommand implements Command {

    private static final String PASSWORD_VARIABLE = "FORUM_ADMIN_PASSWORD";

    private final Syntax syntax =
            new Syntax("forum-server", "Serves a forum until SHT with the admin password, SIGTERM or Ctrl-C.");
    private final Parameter<Integer> port =
            syntax.parameter("PORT", "where to listen; 0 picks a free port", ServeCommand::port);
    private final Parameter<String> password = syntax.optionalParameter(
            "ADMIN_PASSWORD", "what SHT asks for; safer in a file or in the environment's " + PASSWORD_VARIABLE);
    private final StorageOptions storage = new StorageOptions(syntax);
    private final Setting<InetAddress> bind = syntax.option(
            "bind", "ADDRESS", "address to listen on (127.0.0.1)", InetAddress.ofLiteral("127.0.0.1"), Values::address);
    private final PluginOptions plugins = new PluginOptions(syntax);
    private final TlsOptions tls = new TlsOptions(syntax);
    private final LimitOptions limits = new LimitOptions(syntax);
    private final CapacityOptions capacity = new CapacityOptions(syntax);
    private final AccessOptions access = new AccessOptions(syntax);
    private final Setting<Boolean> ephemeral = syntax.flag("ephemeral", "SHT, and only SHT, erases all data");
    private final Setting<Optional<Path>> passwordFile =
            syntax.file("admin-password-file", "file whose first line is the admin password");
    private final Setting<Boolean> quiet = syntax.flag("quiet", "log no line per connection, login and command");

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
    public int run(CommandLine line) {
        ServerConfig config = config(line);
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

    private ServerConfig config(CommandLine line) {
        InetSocketAddress address = new InetSocketAddress(bind.in(line), port.in(line));
        return ServerConfig.of(storage.data(line), storage.provider(line), adminPassword(line))
                .withNetwork(
                        network -> tls.applyTo(network.movedTo(address), line).with(limits.limits(line)))
                .withPlugins(given -> plugins.configure(given, line))
                .withCapacity(_ -> capacity.capacity(line))
                .withAccess(_ -> access.access(line))
                .ephemeral(ephemeral.in(line))
                .quiet(quiet.in(line));
    }

    private static int port(String text) {
        int port = Values.count(text);
        if (port > 65535) {
            throw new IllegalArgumentException(text + " is more than 65535, the highest");
        }
        return port;
    }

    private String adminPassword(CommandLine line) {
        Optional<String> argument = password.ifIn(line);
        Optional<Path> file = passwordFile.in(line);
        if (argument.isPresent() && file.isPresent()) {
            throw new WrongUsage("The admin password is given twice, in a file and as an argument");
        }
        String given = argument.or(() -> file.map(ServeCommand::firstLine))
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
