package forum.server.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The way out of a socket, which takes only as much as there is room for: whoever writes waits, and the loop tells when
 * the other side has made room. One thread at a time writes.
 */
final class Outbound {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final EventLoop loop;
    private volatile @Nullable Thread writer;

    Outbound(SocketChannel channel, SelectionKey key, EventLoop loop) {
        this.channel = channel;
        this.key = key;
        this.loop = loop;
    }

    /** Write all bytes, waiting for the other side; gives how many there were. */
    int write(ByteBuffer source) throws IOException {
        int count = source.remaining();
        while (source.hasRemaining()) {
            if (channel.write(source) == 0) {
                awaitRoom();
            }
        }
        return count;
    }

    /** Let the writer go on. On the loop. */
    void hasRoom() {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
        Thread waiting = writer;
        writer = null;
        loop.letOn(() -> LockSupport.unpark(waiting));
    }

    /** Let the writer find out that the socket is closed. Called by any thread. */
    void closed() {
        LockSupport.unpark(writer);
    }

    private void awaitRoom() throws IOException {
        boolean interrupted = false;
        writer = Thread.currentThread();
        watch();
        loop.wake();
        while (writer != null && channel.isOpen()) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        writer = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() throws ClosedChannelException {
        try {
            key.interestOpsOr(SelectionKey.OP_WRITE);
        } catch (CancelledKeyException closed) {
            throw new ClosedChannelException();
        }
    }
}
