package forum.server;

import forum.api.storage.Capacity;
import forum.api.storage.StorageProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Say what a server is to do. Immutable; begin with {@link #of} and change what is to differ.
 *
 * @param data the data folder; made if it is missing
 * @param storage where the forum is kept
 * @param adminPassword what {@code SHT} asks for
 * @param network where it listens, and how those who connect are met
 * @param plugins commands and listeners besides the server's own
 * @param access who may be connected how often
 * @param capacity how much the forum takes in
 * @param ephemeral whether {@code SHT} erases everything
 * @param quiet whether the operator's log leaves out connections, logins and commands
 * @param clock what tells the time of messages and logins
 * @param logger finds where the operator's log goes; asked once, beside the start
 */
public record ServerConfig(
        Path data,
        StorageProvider storage,
        String adminPassword,
        Network network,
        Plugins plugins,
        Access access,
        Capacity capacity,
        boolean ephemeral,
        boolean quiet,
        InstantSource clock,
        Supplier<System.Logger> logger) {

    /** The largest file that is ever taken, in bytes: 4 GiB. */
    public static final long LARGEST_FILE = 4L << 30;

    /** Enough for people and their bots; one of them alone cannot fill the forum. */
    public static final Capacity CAPACITY = Capacity.UNLIMITED
            .withThreads(100_000, 1_000)
            .withEntriesPerThread(10_000_000)
            .withFiles(LARGEST_FILE, 10_000, LARGEST_FILE);

    /** Refuse an empty password. */
    public ServerConfig {
        if (adminPassword.isEmpty()) {
            throw new IllegalArgumentException("The admin password must not be empty");
        }
    }

    /** Tell how many bytes a file may have. */
    public long largestFile() {
        return capacity.fileBytes() == 0 ? LARGEST_FILE : Math.min(capacity.fileBytes(), LARGEST_FILE);
    }

    /** Show everything but the admin password. */
    @Override
    public String toString() {
        return "ServerConfig[data=" + data + ", address=" + network.address() + ", storage=" + storage.name() + "]";
    }

    /**
     * Say who may come in how, and how often; 0 stands for no limit. Immutable.
     *
     * @param sessionsPerUser how often one user may be connected as a person, by {@code LOGIN-*}
     * @param authPerUser how often as a program, by {@code AUTH}, beside that
     * @param closedDoors names of protocols besides the native one that are not spoken, {@code json} among them
     * @param registration who may make an account
     * @param accountsPerHour how many accounts may be made from one address at once, and how many an hour after that
     */
    public record Access(
            int sessionsPerUser,
            int authPerUser,
            Set<String> closedDoors,
            Registration registration,
            int accountsPerHour) {

        /** Say who may make an account. */
        public enum Registration {
            /** Whoever asks. */
            OPEN,
            /** Nobody but the operator. */
            CLOSED,
            /** Whoever has a code from the operator. */
            INVITE
        }

        /** Once as a person, sixteen times as a program, in every protocol; whoever asks, sixty accounts an hour. */
        public static final Access DEFAULT = new Access(1, 16, Set.of(), Registration.OPEN, 60);

        /** Refuse negative numbers. */
        public Access {
            closedDoors = Set.copyOf(closedDoors);
            if (sessionsPerUser < 0 || authPerUser < 0 || accountsPerHour < 0) {
                throw new IllegalArgumentException("A limit cannot be negative");
            }
        }

        /** Let one user be connected that often as a person. */
        public Access withSessionsPerUser(int limit) {
            return new Access(limit, authPerUser, closedDoors, registration, accountsPerHour);
        }

        /** Let one user be connected that often as a program. */
        public Access withAuthPerUser(int limit) {
            return new Access(sessionsPerUser, limit, closedDoors, registration, accountsPerHour);
        }

        /** Do not speak these protocols. */
        public Access withoutDoors(Set<String> names) {
            return new Access(sessionsPerUser, authPerUser, names, registration, accountsPerHour);
        }

        /** Let these make accounts. */
        public Access withRegistration(Registration who) {
            return new Access(sessionsPerUser, authPerUser, closedDoors, who, accountsPerHour);
        }

        /** Let so many accounts be made an hour from one address. */
        public Access withAccountsPerHour(int limit) {
            return new Access(sessionsPerUser, authPerUser, closedDoors, registration, limit);
        }
    }

    /** Listen on a free loopback port, with the commands that are found and everything else as usual. */
    public static ServerConfig of(Path data, StorageProvider storage, String adminPassword) {
        return new ServerConfig(
                data,
                storage,
                adminPassword,
                Network.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                Plugins.NONE,
                Access.DEFAULT,
                CAPACITY,
                false,
                false,
                InstantSource.system(),
                () -> System.getLogger("forum"));
    }

    /** Listen there instead. */
    public ServerConfig at(InetSocketAddress there) {
        return withNetwork(d -> d.movedTo(there));
    }

    /** Meet those who connect in another way. */
    public ServerConfig withNetwork(UnaryOperator<Network> change) {
        return new ServerConfig(
                data,
                storage,
                adminPassword,
                change.apply(network),
                plugins,
                access,
                capacity,
                ephemeral,
                quiet,
                clock,
                logger);
    }

    /** Have other plugins. */
    public ServerConfig withPlugins(UnaryOperator<Plugins> change) {
        return new ServerConfig(
                data,
                storage,
                adminPassword,
                network,
                change.apply(plugins),
                access,
                capacity,
                ephemeral,
                quiet,
                clock,
                logger);
    }

    /** Limit connections in another way. */
    public ServerConfig withAccess(UnaryOperator<Access> change) {
        return new ServerConfig(
                data,
                storage,
                adminPassword,
                network,
                plugins,
                change.apply(access),
                capacity,
                ephemeral,
                quiet,
                clock,
                logger);
    }

    /** Let the forum take in more, or less. */
    public ServerConfig withCapacity(UnaryOperator<Capacity> change) {
        return new ServerConfig(
                data,
                storage,
                adminPassword,
                network,
                plugins,
                access,
                change.apply(capacity),
                ephemeral,
                quiet,
                clock,
                logger);
    }

    /** Erase everything on {@code SHT}, or keep it. */
    public ServerConfig ephemeral(boolean erase) {
        return new ServerConfig(
                data, storage, adminPassword, network, plugins, access, capacity, erase, quiet, clock, logger);
    }

    /** Leave connections, logins and commands out of the log, or not. */
    public ServerConfig quiet(boolean leaveOut) {
        return new ServerConfig(
                data, storage, adminPassword, network, plugins, access, capacity, ephemeral, leaveOut, clock, logger);
    }

    /** Take the time from another clock. */
    public ServerConfig withClock(InstantSource other) {
        return new ServerConfig(
                data, storage, adminPassword, network, plugins, access, capacity, ephemeral, quiet, other, logger);
    }

    /** Log elsewhere. */
    public ServerConfig withLogger(System.Logger other) {
        return new ServerConfig(
                data, storage, adminPassword, network, plugins, access, capacity, ephemeral, quiet, clock, () -> other);
    }
}
