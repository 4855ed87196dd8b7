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
 * @param keeping where the forum is kept, and how much of it
 * @param adminPassword what {@code SHT} asks for
 * @param network where it listens, and how those who connect are met
 * @param plugins commands and listeners besides the server's own
 * @param access who may be connected how often
 * @param reporting what the operator is told
 * @param clock what tells the time of messages and logins
 */
public record ServerConfig(
        Keeping keeping,
        String adminPassword,
        Network network,
        Plugins plugins,
        Access access,
        Reporting reporting,
        InstantSource clock) {

    /**
     * Say what the operator is told.
     *
     * @param quiet whether the log leaves out connections, logins and commands
     * @param logger finds where it goes; asked once, beside the start
     */
    public record Reporting(boolean quiet, Supplier<System.Logger> logger) {}

    /** Refuse an empty password. */
    public ServerConfig {
        if (adminPassword.isEmpty()) {
            throw new IllegalArgumentException("The admin password must not be empty");
        }
    }

    /** Show everything but the admin password. */
    @Override
    public String toString() {
        return "ServerConfig[data=" + keeping.data() + ", address=" + network.address() + ", storage="
                + keeping.storage().name() + "]";
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
                Keeping.in(data, storage),
                adminPassword,
                Network.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                Plugins.NONE,
                Access.DEFAULT,
                new Reporting(false, () -> System.getLogger("forum")),
                InstantSource.system());
    }

    /** Listen there instead. */
    public ServerConfig at(InetSocketAddress there) {
        return withNetwork(d -> d.movedTo(there));
    }

    /** Meet those who connect in another way. */
    public ServerConfig withNetwork(UnaryOperator<Network> change) {
        return new ServerConfig(keeping, adminPassword, change.apply(network), plugins, access, reporting, clock);
    }

    /** Have other plugins. */
    public ServerConfig withPlugins(UnaryOperator<Plugins> change) {
        return new ServerConfig(keeping, adminPassword, network, change.apply(plugins), access, reporting, clock);
    }

    /** Limit connections in another way. */
    public ServerConfig withAccess(UnaryOperator<Access> change) {
        return new ServerConfig(keeping, adminPassword, network, plugins, change.apply(access), reporting, clock);
    }

    /** Let the forum take in more, or less. */
    public ServerConfig withCapacity(UnaryOperator<Capacity> change) {
        return keptIn(keeping.with(change.apply(keeping.capacity())));
    }

    /** Erase everything on {@code SHT}, or keep it. */
    public ServerConfig ephemeral(boolean erase) {
        return keptIn(keeping.ephemeral(erase));
    }

    /** Leave connections, logins and commands out of the log, or not. */
    public ServerConfig quiet(boolean leaveOut) {
        return reported(new Reporting(leaveOut, reporting.logger()));
    }

    /** Log elsewhere. */
    public ServerConfig withLogger(System.Logger other) {
        return reported(new Reporting(reporting.quiet(), () -> other));
    }

    /** Take the time from another clock. */
    public ServerConfig withClock(InstantSource other) {
        return new ServerConfig(keeping, adminPassword, network, plugins, access, reporting, other);
    }

    private ServerConfig keptIn(Keeping other) {
        return new ServerConfig(other, adminPassword, network, plugins, access, reporting, clock);
    }

    private ServerConfig reported(Reporting other) {
        return new ServerConfig(keeping, adminPassword, network, plugins, access, other, clock);
    }
}
