package forum.server.cli;

import forum.api.storage.StorageProvider;
import forum.server.ForumServer;
import forum.server.ServerConfig;
import forum.server.ServerConfig.Access;
import forum.server.StartException;
import forum.server.Version;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code forum-server [options] PORT ADMIN_PASSWORD}. */
@Command(
        name = "forum-server",
        description = "Serves a forum until SHT with the admin password, SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = ServeCommand.VersionOfModule.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class ServeCommand implements Callable<Integer> {

    private static final String PASSWORD_VARIABLE = "FORUM_ADMIN_PASSWORD";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PORT", description = "where to listen; 0 picks a free port")
    private int port;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ADMIN_PASSWORD",
            description = "what SHT asks for; safer in a file or in the environment's " + PASSWORD_VARIABLE)
    private @Nullable String password;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "forum-data",
            description = "data folder (${DEFAULT-VALUE})")
    private Path data = Path.of("forum-data");

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address to listen on (${DEFAULT-VALUE})")
    private String bind = "127.0.0.1";

    @Option(
            names = "--storage",
            paramLabel = "NAME",
            defaultValue = "fs",
            description = "kind of storage (${DEFAULT-VALUE})")
    private String storage = "fs";

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "folder with plugins, beside plugins in the image and in the data folder")
    private List<Path> plugins = new ArrayList<>();

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

    @Option(names = "--ephemeral", description = "SHT, and only SHT, erases all data")
    private boolean ephemeral;

    @Option(
            names = "--admin-password-file",
            paramLabel = "FILE",
            description = "file whose first line is the admin password")
    private @Nullable Path passwordFile;

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
            throw wrong("A port is a number from 0 to 65535, not " + port);
        }
        if (sessionsPerUser < 0 || authPerUser < 0) {
            throw wrong("A number of connections cannot be negative");
        }
        return ServerConfig.of(data, provider(), adminPassword())
                .at(address())
                .withPlugins(pluginFolders())
                .withAccess(_ -> new Access(sessionsPerUser, authPerUser))
                .ephemeral(ephemeral)
                .quiet(quiet);
    }

    private StorageProvider provider() {
        List<StorageProvider> providers = ServiceLoader.load(StorageProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(p -> p.name().equals(storage))
                .findFirst()
                .orElseThrow(() -> wrong("There is no storage named " + storage + "; there is "
                        + providers.stream().map(StorageProvider::name).collect(Collectors.joining(", "))));
    }

    private InetSocketAddress address() {
        try {
            return new InetSocketAddress(InetAddress.getByName(bind), port);
        } catch (UnknownHostException e) {
            throw wrong("The address " + bind + " is not known");
        }
    }

    private List<Path> pluginFolders() {
        List<Path> folders = new ArrayList<>();
        Optional.ofNullable(System.getProperty("forum.image"))
                .ifPresent(image -> folders.add(Path.of(image, "plugins")));
        folders.addAll(plugins);
        return folders;
    }

    private String adminPassword() {
        if (password != null && passwordFile != null) {
            throw wrong("The admin password is given twice, in a file and as an argument");
        }
        String given = password != null
                ? password
                : passwordFile != null ? firstLine(passwordFile) : System.getenv(PASSWORD_VARIABLE);
        if (given == null) {
            throw wrong(
                    "The admin password is missing: give it as the second argument, with --admin-password-file or in "
                            + PASSWORD_VARIABLE);
        }
        if (given.isEmpty()) {
            throw wrong("The admin password must not be empty");
        }
        return given;
    }

    private String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw wrong("The file " + file + " with the admin password cannot be read");
        }
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }

    /** Tell the module's version. */
    static final class VersionOfModule implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"forum-server " + Version.NUMBER};
        }
    }
}
