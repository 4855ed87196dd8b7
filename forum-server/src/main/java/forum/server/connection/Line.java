package forum.server.connection;

import forum.api.wire.WireOutput;
import forum.server.door.Door;
import forum.server.door.Transport;
import forum.server.loop.Guest;
import forum.server.loop.LoopSocket;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import jdk.net.ExtendedSocketOptions;

/**
 * A connection's socket, and who may write to it when.
 *
 * <p>Replies are written by the connection's thread; what is pushed is written between two replies by other threads. A
 * reader that does not read is cut off by {@link #cutOffIfStuck}. Only what says so is thread-safe.
 */
final class Line {

    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int MOST_UNREAD = 16 * 1024 * 1024;

    private final LoopSocket socket;
    private final Duration reading;
    private final ReentrantLock writing = new ReentrantLock();
    private final PlainTransport plain;
    private final Breather betweenWrites;
    private volatile Transport transport;
    private volatile long deadline;
    private volatile long readDeadline;

    /**
     * Read from a socket, and write to it.
     *
     * @param reading how long the other side may take to read a block; zero: no limit
     */
    Line(LoopSocket socket, Duration reading) throws IOException {
        this.socket = socket;
        this.reading = reading;
        this.plain = new PlainTransport(socket, new Breather(socket.loop()));
        this.betweenWrites = new Breather(socket.loop());
        this.transport = plain;
        socket.channel().setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.channel().setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        keepAlive(20, 10, 3);
    }

    /** Speak through a door from here on, with a client of which something was read already. */
    void enter(Door door, ByteBuffer early, Duration patience, long largestFile) {
        transport = door.translate(
                new EarlyTransport(early, transport),
                within -> expectWithin(within ? patience : Duration.ZERO),
                largestFile);
    }

    /** Tell, once for each request, whether the other side asked for it, or it belongs to the one before. */
    boolean beginsAnother() {
        return transport.beginsAnother();
    }

    /** Have requests served on the loop as they arrive, where nothing stands between them and the socket. */
    void invite(Guest guest) {
        if (transport == plain) {
            socket.invite(guest);
        }
    }

    /**
     * Read what arrives, waiting for it.
     *
     * @param what what is waited for
     * @return how many bytes; -1 at the end of the stream, or of the server; 0 if there is something to send
     */
    int read(ByteBuffer target, LoopSocket.Awaited what) throws IOException {
        socket.await(what);
        return transport.read(target);
    }

    /** Have reading end where nothing more has arrived, but for what belongs to a request that is being done. Called by any thread. */
    void leave() {
        socket.leave();
    }

    /** Tell whether reading is to end so. */
    boolean isLeaving() {
        return socket.isLeaving();
    }

    /**
     * Go on through TLS.
     *
     * @param hello what has arrived of the other side's first message
     * @param time how long the other side may take for the handshake
     */
    void secure(SSLEngine engine, ByteBuffer hello, Duration time) throws IOException {
        TlsTransport tls = new TlsTransport(plain, engine);
        socket.await(LoopSocket.Awaited.REST);
        expectWithin(time);
        tls.handshake(hello);
        expectWithin(Duration.ZERO);
        transport = tls;
    }

    /** Keep others from writing; the connection's thread may do so several times over. */
    void lock() {
        writing.lock();
    }

    /** Let others write. */
    void unlock() {
        deadline = 0;
        writing.unlock();
    }

    /** Write all that is waiting. Called by any thread. */
    void write(WireOutput waiting) throws IOException {
        lock();
        try {
            progressed();
            waiting.drainTo(transport.out());
        } finally {
            unlock();
        }
    }

    /** Write what is waiting as far as it is taken at once and nobody else writes; true if that was all. On the loop. */
    boolean writeAtOnce(WireOutput waiting) throws IOException {
        if (!writing.tryLock()) {
            return false;
        }
        try {
            return waiting.drainAtOnce(socket.channel());
        } finally {
            writing.unlock();
        }
    }

    /** Give what bytes are written to; only under the lock, and {@link #progressed} must be told. */
    WritableByteChannel out() {
        return transport.out();
    }

    /** Give the other side its time anew; others have theirs meanwhile. */
    void progressed() {
        deadline = after(reading);
        betweenWrites.breathe();
    }

    /** Write the last words and close, unless something is stuck in the way. Called by any thread. */
    void closeWith(WireOutput lastWords) throws IOException {
        try {
            if (writing.tryLock(1, TimeUnit.SECONDS)) {
                try {
                    write(lastWords);
                } finally {
                    unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.close();
        }
    }

    /**
     * Close when the other side has read everything, or is taking too long to.
     *
     * @param sending whether it may still be sending: what then arrives unread would take our last words away
     */
    void closeGently(boolean sending) throws IOException {
        try (socket) {
            if (socket.isOpen()) {
                expectWithin(FAREWELL);
                socket.await(sending ? LoopSocket.Awaited.BODY : LoopSocket.Awaited.REST);
                transport.end();
                readPastTheRest();
            }
        }
    }

    private void readPastTheRest() throws IOException {
        ByteBuffer unread = ByteBuffer.allocate(8 * 1024);
        int count = 0;
        for (long total = 0; count >= 0 && total < MOST_UNREAD; total += count) {
            count = socket.read(unread.clear());
        }
    }

    /** Give the other side so long to go on, or {@link #cutOffIfStuck} closes; zero: no limit. */
    void expectWithin(Duration time) {
        readDeadline = after(time);
    }

    /** Close if the other side has not read, or sent what it announced, for too long. Called by any thread. */
    void cutOffIfStuck() throws IOException {
        long now = System.nanoTime();
        if (isPast(deadline, now) || isPast(readDeadline, now)) {
            cutOff();
        }
    }

    /** Close at once. Called by any thread. */
    void cutOff() throws IOException {
        socket.close();
    }

    private static long after(Duration time) {
        return time.isZero() ? 0 : System.nanoTime() + time.toNanos();
    }

    private static boolean isPast(long moment, long now) {
        return moment != 0 && now - moment > 0;
    }

    /** Have TCP test the connection after so many seconds of silence, every so often, so many times. */
    void keepAlive(int idle, int interval, int count) throws IOException {
        SocketChannel channel = socket.channel();
        channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, interval);
        channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, count);
        channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, idle);
    }
}
