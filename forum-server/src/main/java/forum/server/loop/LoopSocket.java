package forum.server.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A socket that a loop watches, and that its reader's thread uses as if reading and writing waited by themselves.
 *
 * <p>While the reader waits, the loop reads. What arrives between two requests is shown to a {@link Guest} first; only
 * what that leaves wakes the reader. Whose turn it is decides who may read and who may touch whatever belongs to the
 * reader:
 *
 * <pre>
 *            reader waits            something arrives, or is to be looked at
 *  READER ------------------> FREE ------------------------------------------> LOOP
 *     ^                        ^                                                |
 *     |                        +--- all served ---------------------------------+
 *     +-------- something is left for the reader, the stream has ended ---------+
 * </pre>
 *
 * <p>Nothing is missed: whoever gives up the turn looks afterwards at what others may have wanted meanwhile
 * ({@code paused}, {@code leaving}), and whoever wants something says so before they look at whose turn it is.
 */
public final class LoopSocket implements WritableByteChannel {

    /** What a reader waits for. */
    public enum Awaited {
        /** A request; a guest may serve it, and the end of the server ends the wait. */
        REQUEST,

        /** The rest of what has begun; the end of the server ends the wait. */
        REST,

        /** What belongs to a request that is being done, which is not broken off. */
        BODY
    }

    private enum Turn {
        READER,
        FREE,
        LOOP
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final EventLoop loop;
    private final Outbound outbound;
    private final AtomicReference<Turn> turn = new AtomicReference<>(Turn.READER);

    // of whoever has the turn
    private Awaited awaited = Awaited.REQUEST;
    private @Nullable Guest guest;
    private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();
    private ByteBuffer left = NOTHING;
    private boolean ended;
    private @Nullable Throwable failure;

    /** Whether nobody is told that something has arrived; written with the key's lock, so that it and the key say the same. */
    private volatile boolean paused = true;

    private volatile boolean leaving;

    LoopSocket(SocketChannel channel, SelectionKey key, EventLoop loop) {
        this.channel = channel;
        this.key = key;
        this.loop = loop;
        this.outbound = new Outbound(channel, key, loop);
    }

    /** Give the loop that watches this. */
    public EventLoop loop() {
        return loop;
    }

    /** Let a guest serve requests from now on. Called by the reader. */
    public void invite(Guest guest) {
        this.guest = guest;
    }

    /** Say what is waited for from now on. Called by the reader. */
    public void await(Awaited what) {
        awaited = what;
        if (what == Awaited.BODY) {
            ended = false; // it may have been the end of the server, which a body does not mind
        }
    }

    /**
     * Read what has arrived, waiting for it. Called by the reader.
     *
     * @return how many bytes; -1 at the end of the stream, or where nothing more has arrived and the server ends; 0 if a
     *     guest left something else to do
     */
    public int read(ByteBuffer target) throws IOException {
        while (true) {
            if (left.hasRemaining()) {
                return takeLeft(target);
            }
            if (ended) {
                return -1;
            }
            if (paused || awaited == Awaited.BODY) {
                int count = channel.read(target);
                if (count != 0) {
                    return count;
                }
                if (paused) {
                    resume();
                }
            }
            if (giveTurn()) {
                throwFailure();
                if (!left.hasRemaining() && !ended) {
                    return 0;
                }
            }
        }
    }

    /** Write all bytes, waiting for the other side. Called by one thread at a time. */
    @Override
    public int write(ByteBuffer source) throws IOException {
        return outbound.write(source);
    }

    /** Give the socket itself, which takes only as much as there is room for. */
    public SocketChannel channel() {
        return channel;
    }

    /** Go on after a detour, or after others; true if the guest wants to go on. On the loop. */
    public void goOn(boolean served) {
        if (!served) {
            giveBack();
        } else if (left.hasRemaining()) {
            ByteBuffer arrived = left;
            left = NOTHING;
            show(arrived);
        } else {
            rest();
        }
    }

    /** Have the reader's thread fail with what went wrong on a detour. On the loop. */
    public void fail(Throwable trouble) {
        failure = trouble;
        giveBack();
    }

    /** End reading where nothing more has arrived. Called by any thread. */
    public void leave() {
        leaving = true;
        loop.execute(this::visit);
    }

    /** Tell whether reading is to end where nothing more has arrived. */
    public boolean isLeaving() {
        return leaving;
    }

    /** Tell the other side that nothing more comes. */
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** Close, and wake whoever waits. Called by any thread. */
    @Override
    public void close() throws IOException {
        channel.close();
        loop.execute(this::visit);
        outbound.closed();
    }

    /** Close because the loop ends. On the loop. */
    void abandon() {
        try {
            close();
        } catch (IOException e) {
            // then its reader finds out by itself
        }
        visit();
    }

    /** Do what the socket is ready for. On the loop. */
    void ready() {
        try {
            if (key.isWritable()) {
                loop.servedOthers();
                outbound.hasRoom();
            }
            if (key.isReadable() && !visit()) {
                pause();
            }
        } catch (CancelledKeyException closed) {
            visit();
        }
    }

    private int takeLeft(ByteBuffer target) {
        int count = Math.min(left.remaining(), target.remaining());
        target.put(target.position(), left, left.position(), count);
        target.position(target.position() + count);
        left.position(left.position() + count);
        if (!left.hasRemaining()) {
            left = NOTHING;
        }
        return count;
    }

    /** Let the loop have its turn until it gives it back; false if it was not wanted, for there is something to read. */
    private boolean giveTurn() throws IOException {
        if (!reader.compareAndSet(null, Thread.currentThread())) {
            throw new IOException("Somebody else waits for this socket already");
        }
        try {
            return giveTurnAway();
        } finally {
            reader.set(null);
        }
    }

    private boolean giveTurnAway() {
        boolean interrupted = false;
        turn.set(Turn.FREE);
        if (paused && turn.compareAndSet(Turn.FREE, Turn.READER)) {
            return false;
        }
        if (leaving || !channel.isOpen()) {
            loop.execute(this::visit);
        }
        while (turn.get() != Turn.READER) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void throwFailure() throws IOException {
        Throwable thrown = failure;
        failure = null;
        switch (thrown) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }

    /** Read in the reader's place, if it waits; tell whether it does. On the loop. */
    private boolean visit() {
        if (!turn.compareAndSet(Turn.FREE, Turn.LOOP)) {
            return false;
        }
        ByteBuffer arrived = loop.arrived();
        try {
            int count = channel.read(arrived);
            if (count > 0) {
                show(arrived.flip());
            } else if (count < 0 || leaving && awaited != Awaited.BODY) {
                ended = true;
                giveBack();
            } else {
                rest();
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
        return true;
    }

    private void show(ByteBuffer arrived) {
        Guest.Served served = serve(arrived);
        if (arrived.hasRemaining()) {
            left = ByteBuffer.allocate(arrived.remaining()).put(arrived).flip();
        }
        switch (served) {
            case ALL -> {
                loop.servedOthers();
                rest();
            }
            case TURN_OVER -> {
                loop.servedOthers();
                loop.later(this);
            }
            case NOT_ALL -> {
                loop.servedOthers();
                giveBack();
            }
            case DETOUR -> {}
        }
    }

    private Guest.Served serve(ByteBuffer arrived) {
        if (awaited != Awaited.REQUEST || guest == null) {
            return Guest.Served.NOT_ALL;
        }
        try {
            return guest.serve(arrived);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            return Guest.Served.NOT_ALL;
        }
    }

    /** Let the reader wait on. */
    private void rest() {
        if (paused) {
            resume();
        }
        turn.set(Turn.FREE);
        if (leaving && awaited != Awaited.BODY || !channel.isOpen()) {
            loop.execute(this::visit);
        }
    }

    private void giveBack() {
        Thread waiting = reader.get();
        turn.set(Turn.READER);
        LockSupport.unpark(waiting);
    }

    /** Hear nothing of what arrives until the reader has read it. On the loop. */
    private void pause() {
        synchronized (key) {
            paused = true;
            key.interestOpsAnd(~SelectionKey.OP_READ);
        }
        if (turn.get() == Turn.FREE) {
            visit();
        }
    }

    private void resume() {
        synchronized (key) {
            paused = false;
            try {
                key.interestOpsOr(SelectionKey.OP_READ);
            } catch (CancelledKeyException closed) {
                return; // whoever reads finds that out
            }
        }
        loop.wake();
    }
}
