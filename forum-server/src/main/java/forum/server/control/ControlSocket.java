package forum.server.control;

import forum.server.log.OperatorLog;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Serve the operator's orders on a data folder's {@code control.sock}. Thread-safe. */
public final class ControlSocket implements AutoCloseable {

    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SocketFile file;
    private final ServerSocketChannel channel;
    private final Map<String, Order> orders;
    private final OperatorLog log;
    private final Duration patience;
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final Map<ControlConnection, Thread> open = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Have that much patience with an operator who neither says anything nor reads. */
    ControlSocket(Path data, List<Order> orders, OperatorLog log, Duration patience) throws IOException {
        this.file = new SocketFile(data);
        this.orders = orders.stream().collect(Collectors.toUnmodifiableMap(Order::word, Function.identity()));
        this.log = log;
        this.patience = patience;
        this.channel = file.bind();
    }

    /**
     * Make the socket, in the place of one that a server left that was killed; {@link #start} serves it.
     *
     * @param data the data folder, of which the caller knows that no other server uses it
     * @throws IOException where no such socket can be made
     */
    public static ControlSocket in(Path data, List<Order> orders, OperatorLog log) throws IOException {
        return new ControlSocket(data, orders, log, PATIENCE);
    }

    /** Begin to take orders. */
    public void start() {
        Thread.ofPlatform().daemon().name("control").start(this::accept);
        Thread.ofPlatform().daemon().name("control-cut-off").start(this::cutOffStuck);
    }

    /** Take no more orders, break off those that are being carried out, and remove the socket. */
    @Override
    public void close() {
        closing.countDown();
        try {
            channel.close();
            file.delete();
        } catch (IOException e) {
            log.warning("control.sock could not be removed: " + e.getMessage());
        }
        open.keySet().forEach(ControlConnection::cutOff);
        try {
            for (Thread order : open.values()) {
                order.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Accept no more than can be served; the others wait in the system's queue. */
    private void accept() {
        try {
            while (closing.getCount() > 0) {
                free.acquire();
                try {
                    begin(channel.accept());
                } catch (ClosedChannelException e) {
                    return;
                } catch (IOException e) {
                    free.release();
                    log.warning("An order could not be accepted: " + e.getMessage());
                    closing.await(100, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(SocketChannel accepted) {
        ControlConnection connection = new ControlConnection(accepted, orders, log);
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            try {
                connection.run();
            } finally {
                open.remove(connection);
                free.release();
            }
        });
        open.put(connection, thread);
        thread.start();
        if (closing.getCount() == 0) {
            connection.cutOff();
        }
    }

    private void cutOffStuck() {
        try {
            while (!closing.await(patience.toMillis() / 10, TimeUnit.MILLISECONDS)) {
                open.keySet().forEach(connection -> connection.cutOffIfStuck(patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
