package forum.server.connection;

import forum.api.wire.WireOutput;
import forum.server.command.Outlet;
import forum.server.news.Item;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import jdk.net.ExtendedSocketOptions;

/**
 * A connection's socket, and who may write to it when.
 *
 * <p>Replies are collected by the connection's thread and sent whole; what is pushed is written between two replies by
 * other threads. A reader that does not read is cut off by {@link #cutOffIfStuck}. Only what says so is thread-safe.
 */
final class Line implements Outlet {

    private static final int BLOCK = 64 * 1024;
    private static final long WRITE_DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long FAREWELL_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST_UNREAD = 16 * 1024 * 1024;

    private final SocketChannel channel;
    private final Runnable beforeSending;
    private final WireOutput out = new WireOutput();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile long deadline;
    private volatile long readDeadline;
    private boolean partSent;

    /**
     * Write to a socket.
     *
     * @param beforeSending makes sure that nothing is sent which could be lost; throws if it could
     */
    Line(SocketChannel channel, Runnable beforeSending) throws IOException {
        this.channel = channel;
        this.beforeSending = beforeSending;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        keepAlive(20, 10, 3);
    }

    @Override
    public WireOutput out() {
        return out;
    }

    /** Read what arrives, waiting for it. */
    int receive(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    /** Keep others from writing until {@link #endReply}. */
    void beginReply() {
        writing.lock();
    }

    /** Send what was collected, and let others write. */
    void endReply() throws IOException {
        try {
            flush();
        } finally {
            release();
        }
    }

    /** Tell whether a part of the reply that is being written has been sent, so that it is too late for another. */
    boolean isPartSent() {
        return partSent;
    }

    /** Let others write though the reply was broken off; the connection is about to be closed. */
    void release() {
        partSent = false;
        while (writing.isHeldByCurrentThread()) {
            writing.unlock();
        }
    }

    /** Send what was collected. */
    void flush() throws IOException {
        if (out.size() == 0) {
            return;
        }
        beforeSending.run();
        drain(out);
    }

    @Override
    public void sendBlock() throws IOException {
        if (out.size() >= BLOCK) {
            send();
        }
    }

    @Override
    public WritableByteChannel send() throws IOException {
        if (!writing.isHeldByCurrentThread()) {
            writing.lock();
        }
        flush();
        partSent = true;
        progressed();
        return channel;
    }

    @Override
    public void progressed() {
        deadline = System.nanoTime() + WRITE_DEADLINE_NANOS;
    }

    /** Write news between two replies, if it is still wanted then. Called by any thread. */
    void push(Item item, Predicate<Item> wanted) throws IOException {
        writing.lock();
        try {
            if (!wanted.test(item)) {
                return;
            }
            WireOutput news = new WireOutput();
            news.protocol(out.protocol());
            write(item, news);
            say(news);
        } finally {
            writing.unlock();
        }
    }

    static void write(Item item, WireOutput news) {
        news.push(item.pattern().isPresent() ? 4 : 3);
        news.bulk(item.pattern().isPresent() ? "pmessage" : "message");
        item.pattern().ifPresent(news::bulk);
        news.bulk(item.channel());
        news.bulk(item.payload());
    }

    /** Write something that is no reply. Called by any thread. */
    void say(WireOutput words) throws IOException {
        drain(words);
    }

    /** Write the last words and close, unless something is stuck in the way. Called by any thread. */
    void closeWith(WireOutput lastWords) throws IOException {
        try {
            if (writing.tryLock(1, TimeUnit.SECONDS)) {
                try {
                    say(lastWords);
                } finally {
                    writing.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            channel.close();
        }
    }

    /** Close when the other side has read everything, or is taking too long to. */
    void closeGently() throws IOException {
        if (!channel.isConnected()) {
            channel.close();
            return;
        }
        channel.shutdownOutput();
        deadline = System.nanoTime() + FAREWELL_NANOS;
        ByteBuffer unread = ByteBuffer.allocate(8 * 1024);
        for (long total = 0; total < MOST_UNREAD; total += unread.position()) {
            if (channel.read(unread.clear()) < 0) {
                break;
            }
        }
        channel.close();
    }

    /** Give the other side so long to go on, or {@link #cutOffIfStuck} closes. */
    void expectWithin(long nanos) {
        readDeadline = nanos == 0 ? 0 : System.nanoTime() + nanos;
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
        channel.close();
    }

    private static boolean isPast(long moment, long now) {
        return moment != 0 && now - moment > 0;
    }

    /** Have TCP test the connection after so many seconds of silence, every so often, so many times. */
    void keepAlive(int idle, int interval, int count) throws IOException {
        channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, interval);
        channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, count);
        channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, idle);
    }

    private void drain(WireOutput waiting) throws IOException {
        boolean outermost = !writing.isHeldByCurrentThread();
        if (outermost) {
            writing.lock();
        }
        try {
            progressed();
            waiting.drainTo(channel);
        } finally {
            deadline = 0;
            if (outermost) {
                writing.unlock();
            }
        }
    }
}
