package forum.server.connection;

import forum.server.log.OperatorLog;
import forum.server.loop.EventLoops;
import forum.server.loop.LoopSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Accept connections, look after those that do not read, and end them all. Thread-safe. */
public final class Connections implements AutoCloseable {

    /** How long requests that run may take when the server shuts down. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long TELL_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int DEAD_EVERY_SECONDS = 10;

    private final ServerSocketChannel socket;
    private final Hub hub;
    private final OperatorLog log;
    private final Lobby lobby;
    private final Paces paces;
    private final EventLoops loops;
    private final List<Desk> desks;
    private long toldAt = System.nanoTime() - TELL_NANOS;
    private final Map<Connection, CountDownLatch> open = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Accept on a socket that is bound. */
    public Connections(ServerSocketChannel socket, Hub hub) {
        this.socket = socket;
        this.hub = hub;
        this.log = hub.log();
        this.lobby = new Lobby(hub.network().limits());
        this.paces = new Paces(hub.network().limits());
        this.loops = new EventLoops(trouble -> log.fault("The watch over connections failed", trouble));
        this.desks = Stream.generate(Desk::new).limit(loops.count()).toList();
    }

    /** Begin. */
    public void start() {
        Thread.ofPlatform().daemon().name("accept").start(this::accept);
        Thread.ofPlatform().daemon().name("cut-off").start(this::cutOffStuck);
    }

    /** Say goodbye to everybody, let what runs finish, and end. */
    @Override
    public void close() {
        closing.countDown();
        quietly(socket::close);
        open.keySet().forEach(Connection::shutDown);
        long until = System.nanoTime() + GRACE_NANOS;
        waitForTheLast(until);
        open.keySet().forEach(c -> Thread.ofVirtual().start(() -> quietly(c::cutOff)));
        waitForTheLast(until + GRACE_NANOS);
        loops.close();
        closed.countDown();
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                begin(socket.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                log.warning("A connection could not be accepted: " + e.getMessage());
                pause();
            }
        }
    }

    private void begin(SocketChannel channel) {
        try {
            InetSocketAddress there = (InetSocketAddress) channel.getRemoteAddress();
            if (lobby.admits(there.getAddress())) {
                log.activity("Connected to " + there.getAddress().getHostAddress() + ":" + there.getPort());
                begin(channel, there.getAddress());
            } else {
                turnedAway(there.getAddress());
                quietly(channel::close);
            }
        } catch (IOException gone) {
            quietly(channel::close);
        }
    }

    private void begin(SocketChannel channel, InetAddress address) throws IOException {
        LoopSocket socket;
        Connection connection;
        try {
            socket = loops.watch(channel);
            connection = connection(socket);
        } catch (IOException | RuntimeException gone) {
            lobby.left(address);
            throw gone;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            try {
                connection.run();
            } finally {
                open.remove(connection);
                lobby.leave(connection);
                lobby.left(address);
                ended.countDown();
            }
        });
        open.put(connection, ended);
        lobby.enter(connection).ifPresent(leaving -> quietly(leaving::turnOut));
        socket.loop().start(thread);
        if (closing.getCount() == 0) {
            connection.shutDown();
        }
    }

    private Connection connection(LoopSocket socket) throws IOException {
        try {
            Desk desk = desks.get(socket.loop().number());
            return new Connection(socket, desk, ids.incrementAndGet(), hub, lobby, paces);
        } catch (IOException gone) {
            socket.close();
            throw gone;
        }
    }

    /** Tell the operator, once a minute. */
    private void turnedAway(InetAddress address) {
        long now = System.nanoTime();
        if (now - toldAt > TELL_NANOS) {
            toldAt = now;
            log.warning("Connections are closed because there are too many, one from " + address.getHostAddress());
        }
    }

    /** Out of file descriptors, say: there is no use in trying again at once. */
    private void pause() {
        try {
            closing.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cutOffStuck() {
        try {
            for (int second = 0; !closed.await(1, TimeUnit.SECONDS); second++) {
                open.keySet().forEach(connection -> quietly(connection::cutOffIfStuck));
                lobby.overdue().forEach(stranger -> quietly(stranger::turnOut));
                if (second % DEAD_EVERY_SECONDS == 0 || open.keySet().stream().anyMatch(Connection::isProbed)) {
                    cutOffDead();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cutOffDead() {
        try {
            Unanswered unanswered = Unanswered.now();
            open.keySet().forEach(connection -> quietly(() -> connection.cutOffIfDead(unanswered)));
        } catch (IOException e) {
            log.warning("Whose other side has vanished cannot be told: " + e.getMessage());
        }
    }

    private void waitForTheLast(long until) {
        try {
            for (CountDownLatch ended : open.values()) {
                if (!ended.await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            // it is closed, which is what was wanted
        }
    }

    @FunctionalInterface
    private interface Closing {
        void run() throws IOException;
    }
}
