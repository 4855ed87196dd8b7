package forum.server;

import forum.api.command.CommandHandler;
import forum.api.storage.StorageProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Say what a server is to do. Immutable; begin with {@link #of} and change what is to differ.
 *
 * @param data the data folder; made if it is missing
 * @param storage where the forum is kept
 * @param adminPassword what {@code SHT} asks for
 * @param address where to listen; port 0 takes a free one
 * @param plugins folders with plugins, besides {@code plugins} in the data folder
 * @param handlers commands besides those that are found
 * @param access who may be connected how often
 * @param ephemeral whether {@code SHT} erases everything
 * @param quiet whether the operator's log leaves out connections, logins and commands
 * @param clock what tells the time of messages and logins
 * @param logger where the operator's log goes
 */
public record ServerConfig(
        Path data,
        StorageProvider storage,
        String adminPassword,
        InetSocketAddress address,
        List<Path> plugins,
        List<CommandHandler> handlers,
        Access access,
        boolean ephemeral,
        boolean quiet,
        InstantSource clock,
        System.Logger logger) {

    /** Keep copies of the lists. */
    public ServerConfig {
        plugins = List.copyOf(plugins);
        handlers = List.copyOf(handlers);
        if (adminPassword.isEmpty()) {
            throw new IllegalArgumentException("The admin password must not be empty");
        }
    }

    /** Show everything but the admin password. */
    @Override
    public String toString() {
        return "ServerConfig[data=" + data + ", address=" + address + ", storage=" + storage.name() + "]";
    }

    /**
     * Say how often one user may be connected; 0 stands for no limit.
     *
     * @param sessionsPerUser how often as a person, by {@code LOGIN-*}
     * @param authPerUser how often as a program, by {@code AUTH}, beside that
     */
    public record Access(int sessionsPerUser, int authPerUser) {

        /** Once as a person, sixteen times as a program. */
        public static final Access DEFAULT = new Access(1, 16);

        /** Refuse negative numbers. */
        public Access {
            if (sessionsPerUser < 0 || authPerUser < 0) {
                throw new IllegalArgumentException("A limit of connections cannot be negative");
            }
        }
    }

    /** Listen on a free loopback port, with the commands that are found and everything else as usual. */
    public static ServerConfig of(Path data, StorageProvider storage, String adminPassword) {
        return new ServerConfig(
                data,
                storage,
                adminPassword,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                List.of(),
                List.of(),
                Access.DEFAULT,
                false,
                false,
                InstantSource.system(),
                System.getLogger("forum"));
    }

    /** Listen there instead. */
    public ServerConfig at(InetSocketAddress there) {
        return new ServerConfig(
                data, storage, adminPassword, there, plugins, handlers, access, ephemeral, quiet, clock, logger);
    }

    /** Look for plugins in these folders too. */
    public ServerConfig withPlugins(List<Path> folders) {
        return new ServerConfig(
                data, storage, adminPassword, address, folders, handlers, access, ephemeral, quiet, clock, logger);
    }

    /** Serve these commands too. */
    public ServerConfig withHandlers(List<CommandHandler> more) {
        return new ServerConfig(
                data, storage, adminPassword, address, plugins, more, access, ephemeral, quiet, clock, logger);
    }

    /** Limit connections in another way. */
    public ServerConfig withAccess(UnaryOperator<Access> change) {
        return new ServerConfig(
                data,
                storage,
                adminPassword,
                address,
                plugins,
                handlers,
                change.apply(access),
                ephemeral,
                quiet,
                clock,
                logger);
    }

    /** Erase everything on {@code SHT}, or keep it. */
    public ServerConfig ephemeral(boolean erase) {
        return new ServerConfig(
                data, storage, adminPassword, address, plugins, handlers, access, erase, quiet, clock, logger);
    }

    /** Leave connections, logins and commands out of the log, or not. */
    public ServerConfig quiet(boolean leaveOut) {
        return new ServerConfig(
                data, storage, adminPassword, address, plugins, handlers, access, ephemeral, leaveOut, clock, logger);
    }

    /** Take the time from another clock. */
    public ServerConfig withClock(InstantSource other) {
        return new ServerConfig(
                data, storage, adminPassword, address, plugins, handlers, access, ephemeral, quiet, other, logger);
    }

    /** Log elsewhere. */
    public ServerConfig withLogger(System.Logger other) {
        return new ServerConfig(
                data, storage, adminPassword, address, plugins, handlers, access, ephemeral, quiet, clock, other);
    }
}
