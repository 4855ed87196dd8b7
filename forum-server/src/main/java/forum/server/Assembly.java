package forum.server;

import forum.api.Name;
import forum.api.storage.Storage;
import forum.api.storage.StorageException;
import forum.api.storage.StorageProvider;
import forum.server.archive.Exporter;
import forum.server.command.Commands;
import forum.server.command.Dispatcher;
import forum.server.command.OwnRunner;
import forum.server.command.Trust;
import forum.server.connection.Connections;
import forum.server.connection.Hub;
import forum.server.connection.SessionWords;
import forum.server.control.ControlSocket;
import forum.server.control.CopyOrder;
import forum.server.control.Order;
import forum.server.control.UsersOrder;
import forum.server.door.Door;
import forum.server.log.OperatorLog;
import forum.server.login.Accounts;
import forum.server.login.AdminPassword;
import forum.server.login.Invitations;
import forum.server.login.Presence;
import forum.server.login.Registration;
import forum.server.login.Throttle;
import forum.server.login.Users;
import forum.server.news.News;
import forum.server.plugin.PluginHost;
import forum.server.plugin.PluginRunner;
import forum.server.tls.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** The parts of a running server, put together in order and taken apart in reverse. */
final class Assembly {

    private static final FileAttribute<?> OWNERS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final ServerConfig config;
    private final OperatorLog log;
    private final Storage storage;
    private final Accounts accounts;
    private final PluginHost plugins;
    private final Optional<Certificates> certificates;
    private final ServerSocketChannel socket;
    private final Connections connections;
    private final Optional<ControlSocket> control;

    /**
     * Put a server together.
     *
     * @param end ends the server; told whether everything is to be erased
     * @throws StartException if that is not possible
     */
    static Assembly of(ServerConfig config, Consumer<Boolean> end) {
        OperatorLog log =
                new OperatorLog(config.reporting().logger(), config.reporting().quiet());
        List<AutoCloseable> opened = new ArrayList<>(List.of(log));
        try {
            return new Assembly(config, end, log, opened);
        } catch (StorageException e) {
            throw undone(opened, new StartException(e.getMessage(), e));
        } catch (RuntimeException e) {
            throw undone(opened, e);
        }
    }

    private Assembly(ServerConfig config, Consumer<Boolean> end, OperatorLog log, List<AutoCloseable> opened) {
        this.config = config;
        this.log = log;
        makeFolder(config.keeping().data());
        Opening opening = keep(opened, new Opening(() -> open(config)));
        News news = new News(config.network().limits().waitingNews(), config.clock());
        Presence presence = new Presence(config.access(), config.clock(), news::changed);
        Environment environment =
                new Environment(config.clock(), presence, news, config.keeping().data());
        this.plugins = keep(opened, new PluginHost(log::warning));
        Commands commands = plugins.load(config.keeping().data(), config.plugins(), SessionWords.names());
        List<Door> doors = doors(config.access());
        Throttle throttle = new Throttle(config.clock());
        AdminPassword adminPassword = new AdminPassword(config.adminPassword(), throttle);
        this.storage = opening.await();
        storage.feed(news);
        this.accounts = keep(opened, new Accounts(storage.credentials(), config.clock(), throttle));
        hashPlainPasswords();
        Trust trust = new Trust(config.plugins().trusted(), storage);
        Dispatcher dispatcher = new Dispatcher(
                new OwnRunner(), new PluginRunner(config.plugins().limit()), environment, trust, log);
        this.certificates = Certificates.of(
                config.network().tls(), config.keeping().data(), config.clock().instant(), log);
        this.socket = keep(opened, bind(config.network().address()));
        Invitations invitations = new Invitations(storage, config.clock());
        Registration registration =
                new Registration(config.access(), config.keeping().capacity(), accounts, invitations, config.clock());
        Hub.Shutdown shutdown = new Hub.Shutdown(
                adminPassword, () -> end.accept(config.keeping().ephemeral()));
        this.connections = new Connections(
                socket,
                new Hub(
                        config.network(),
                        certificates,
                        storage,
                        commands,
                        dispatcher,
                        doors,
                        config.keeping().largestFile(),
                        accounts,
                        registration,
                        presence,
                        news,
                        log,
                        config.clock(),
                        shutdown));
        plugins.listen(storage, environment, news, log);
        Users users = new Users(storage.credentials(), accounts, user -> presence.dismiss(user, Optional.empty()));
        this.control = control(new UsersOrder(users, invitations));
    }

    /** Begin to serve. */
    void serve() {
        connections.start();
        control.ifPresent(ControlSocket::start);
        plugins.lines().forEach(log::notice);
        InetAddress address = config.network().address().getAddress();
        certificates.ifPresent(c -> log.notice("The certificate's fingerprint is " + c.fingerprint()));
        if (certificates.isEmpty() && !config.network().plaintextLogins() && !address.isLoopbackAddress()) {
            log.warning("Nobody can log in from another machine: there is no TLS, and --allow-plaintext was not given");
        }
        log.notice("starting up on " + address.getHostAddress() + ":" + port());
    }

    /** Tell the operator that the end begins. */
    void announceEnd() {
        log.notice("Server shutting down");
    }

    int port() {
        return socket.socket().getLocalPort();
    }

    /** Say goodbye to everybody, make everything durable and stop. */
    void end(boolean erase) {
        control.ifPresent(ControlSocket::close);
        connections.close();
        plugins.close();
        if (erase) {
            orLog("erased", () -> {
                storage.erase();
                Folders.delete(config.keeping().data().resolve(Environment.CACHES));
            });
        }
        orLog("closed", storage::close);
        accounts.close();
        log.close();
    }

    /** A forum whose folder can hold no socket is served all the same. */
    private Optional<ControlSocket> control(UsersOrder users) {
        try {
            return Optional.of(ControlSocket.in(config.keeping().data(), orders(users), log));
        } catch (IOException e) {
            log.warning("No orders can be given while this server runs, because control.sock cannot be made: "
                    + StorageException.reason(e));
            return Optional.empty();
        }
    }

    private List<Order> orders(UsersOrder users) {
        return List.of(
                users,
                new CopyOrder(CopyOrder.BACKUP, storage::backup),
                new CopyOrder(CopyOrder.EXPORT, (to, report) -> Exporter.export(storage, to, false, report)),
                new CopyOrder(
                        CopyOrder.EXPORT_WITH_PASSWORDS, (to, report) -> Exporter.export(storage, to, true, report)));
    }

    private void orLog(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.fault("The forum could not be " + what + ": " + e.getMessage(), e);
        }
    }

    private static void makeFolder(Path data) {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(data.toAbsolutePath().getParent());
                Files.createDirectories(data, OWNERS_ONLY);
            }
        } catch (IOException e) {
            throw new StartException("The data folder " + data + " cannot be made: " + StorageException.reason(e), e);
        }
    }

    private static Storage open(ServerConfig config) {
        return config.keeping()
                .storage()
                .open(new StorageProvider.Config(
                        config.keeping().data(),
                        Map.of(),
                        config.clock(),
                        config.keeping().capacity()));
    }

    private void hashPlainPasswords() {
        int count = accounts.hashPlainPasswords();
        if (count > 0) {
            log.notice("Plain passwords found in the credentials and hashed: " + count);
        }
        for (Name user : accounts.unreadable()) {
            log.warning("Nobody can log in as " + user + ", whose password hash in the credentials is damaged");
        }
    }

    private static List<Door> doors(ServerConfig.Access access) {
        return ServiceLoader.load(Door.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(door -> !access.closedDoors().contains(door.name()))
                .toList();
    }

    private static ServerSocketChannel bind(InetSocketAddress address) {
        try {
            return ServerSocketChannel.open().bind(address, 1024);
        } catch (IOException e) {
            throw new StartException(
                    "Port " + address.getPort() + " of " + address.getHostString() + " cannot be listened on: "
                            + StorageException.reason(e),
                    e);
        }
    }

    private static <T extends AutoCloseable> T keep(List<AutoCloseable> opened, T part) {
        opened.add(part);
        return part;
    }

    /** Close what was opened, last first, and give what went wrong. */
    private static <E extends Throwable> E undone(List<AutoCloseable> opened, E trouble) {
        for (AutoCloseable part : opened.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                trouble.addSuppressed(e);
            }
        }
        return trouble;
    }
}
