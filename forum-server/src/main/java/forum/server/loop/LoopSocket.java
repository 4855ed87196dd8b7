package forum.server.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A socket that a loop watches, and that its reader's thread uses as if reading and writing waited by themselves.
 *
 * <p>While the reader waits, the loop reads. What arrives between two requests is shown to a {@link Guest} first; only
 * what that leaves, or the end of the stream, wakes the reader. Who may read, and touch whatever belongs to the reader, is
 * a {@link Turn}.
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

    private final SocketChannel channel;
    private final SelectionKey key;
    private final EventLoop loop;
    private final Outbound outbound;
    private final Turn turn;

    // of whoever has the turn
    private Awaited awaited = Awaited.REQUEST;
    private @Nullable Guest guest;
    private final Leftover left = new Leftover();

    /** Whether nobody is told that something has arrived; written with the key's lock, so that it and the key say the same. */
    private volatile boolean paused = true;

    private volatile boolean leaving;

    LoopSocket(SocketChannel channel, SelectionKey key, EventLoop loop) {
        this.channel = channel;
        this.key = key;
        this.loop = loop;
        this.outbound = new Outbound(channel, key, loop);
        this.turn = new Turn(loop);
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
            left.ended(false); // it may have been the end of the server, which a body does not mind
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
            if (left.hasBytes()) {
                return left.moveTo(target);
            }
            if (left.isEnded()) {
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
                left.throwFailure();
                if (!left.hasBytes() && !left.isEnded()) {
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
            turn.giveBack();
        } else if (left.hasBytes()) {
            show(left.take());
        } else {
            rest();
        }
    }

    /** Have the reader's thread fail with what went wrong on a detour. On the loop. */
    public void fail(Throwable trouble) {
        left.failure(trouble);
        turn.giveBack();
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

    /** Let the loop have its turn until it gives it back; false if it was not wanted, for there is something to read. */
    private boolean giveTurn() throws IOException {
        turn.offer();
        if (paused && turn.takeBack()) {
            return false;
        }
        if (leaving || !channel.isOpen()) {
            loop.execute(this::visit);
        }
        turn.await();
        return true;
    }

    /** Read in the reader's place, if it waits; tell whether it does. On the loop. */
    private boolean visit() {
        if (!turn.take()) {
            return false;
        }
        ByteBuffer arrived = loop.arrived();
        try {
            int count = channel.read(arrived);
            if (count > 0) {
                show(arrived.flip());
            } else if (count < 0 || leaving && awaited != Awaited.BODY) {
                left.ended(true);
                turn.giveBack();
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
        left.bytes(arrived);
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
                turn.giveBack();
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
            left.failure(e);
            return Guest.Served.NOT_ALL;
        }
    }

    /** Let the reader wait on. */
    private void rest() {
        if (paused) {
            resume();
        }
        turn.free();
        if (leaving && awaited != Awaited.BODY || !channel.isOpen()) {
            loop.execute(this::visit);
        }
    }

    /** Hear nothing of what arrives until the reader has read it. On the loop. */
    private void pause() {
        synchronized (key) {
            paused = true;
            key.interestOpsAnd(~SelectionKey.OP_READ);
        }
        if (turn.isFree()) {
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
