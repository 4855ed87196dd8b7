package forum.server.connection;

import forum.server.Cores;
import forum.server.door.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * Bytes through TLS 1.3.
 *
 * <p>Either side may end its direction alone, as TCP has it. Reading and writing may go on at once, in one thread each;
 * what reading has to write, an answer to a new key, takes its turn between records. A connection that waits keeps
 * {@value #SMALL} bytes for what arrives.
 */
final class TlsTransport implements Transport, WritableByteChannel {

    private static final int SMALL = 512;
    private static final int HEADER = 5;

    /** Keys are computed beside the carriers of virtual threads, which serve everybody else meanwhile. */
    private static final ExecutorService KEYS = Executors.newFixedThreadPool(
            Cores.forComputing(),
            Thread.ofPlatform().daemon().name("tls-keys-", 0).factory());

    /** So many records in a row may bring nothing, as those do that only change a key. */
    private static final int MOST_EMPTY = 100;

    private static final int RECORD = HEADER + 16 * 1024 + 256;
    private static final int MOST_RECORDS_AT_ONCE = 4;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Transport plain;
    private final SSLEngine engine;
    private final ReentrantLock sealing = new ReentrantLock();
    private ByteBuffer arrived = ByteBuffer.allocate(SMALL).flip();
    private ByteBuffer opened = NOTHING;
    private int lastCount;

    TlsTransport(Transport plain, SSLEngine engine) {
        this.plain = plain;
        this.engine = engine;
    }

    /**
     * Agree on keys.
     *
     * @param hello what has arrived of the other side's first message
     */
    void handshake(ByteBuffer hello) throws IOException {
        arrived = ByteBuffer.allocate(Math.max(SMALL, hello.remaining()))
                .put(hello)
                .flip();
        try {
            engine.beginHandshake();
            HandshakeStatus status = engine.getHandshakeStatus();
            while (status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED) {
                status = switch (status) {
                    case NEED_WRAP -> seal(NOTHING);
                    case NEED_TASK -> runTasks();
                    default -> step();
                };
            }
        } catch (SSLException refused) {
            sayWhy(refused);
            throw refused;
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return opened.hasRemaining() ? take(target) : open(target);
        } catch (SSLException broken) {
            sayWhy(broken);
            throw broken;
        }
    }

    @Override
    public WritableByteChannel out() {
        return this;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = source.remaining();
        while (source.hasRemaining()) {
            seal(source);
        }
        return count;
    }

    @Override
    public void end() throws IOException {
        engine.closeOutbound();
        sealAll();
        plain.end();
    }

    @Override
    public boolean isOpen() {
        return plain.out().isOpen();
    }

    @Override
    public void close() throws IOException {
        plain.out().close();
    }

    private HandshakeStatus step() throws IOException {
        if (!recordArrives()) {
            throw new EOFException("The connection ended in the middle of a handshake");
        }
        return checked(engine.unwrap(arrived, NOTHING)).getHandshakeStatus();
    }

    /** Open the records that have arrived, and wait for more until one has brought some bytes. */
    private int open(ByteBuffer target) throws IOException {
        for (int records = 0; recordArrives(); records++) {
            if (records == MOST_EMPTY) {
                throw new SSLException("Too many records in a row brought nothing");
            }
            boolean fits = target.remaining() >= recordLength();
            ByteBuffer into = fits ? target : ByteBuffer.allocate(recordLength());
            int before = into.position();
            SSLEngineResult result = engine.unwrap(arrived, into);
            if (result.getStatus() == Status.CLOSED) {
                return -1;
            }
            answer(checked(result).getHandshakeStatus());
            if (into.position() > before) {
                return fits ? into.position() - before : take(target, into.flip());
            }
        }
        return -1;
    }

    private static SSLEngineResult checked(SSLEngineResult result) throws SSLException {
        if (result.getStatus() != Status.OK) {
            throw new SSLException("A record cannot be opened: " + result.getStatus());
        }
        return result;
    }

    private void answer(HandshakeStatus status) throws IOException {
        switch (status) {
            case NEED_TASK -> runTasks();
            case NEED_WRAP -> seal(NOTHING);
            default -> {}
        }
    }

    private int take(ByteBuffer target, ByteBuffer source) {
        opened = source;
        return take(target);
    }

    private int take(ByteBuffer target) {
        int count = Math.min(opened.remaining(), target.remaining());
        target.put(target.position(), opened, opened.position(), count);
        target.position(target.position() + count);
        opened.position(opened.position() + count);
        if (!opened.hasRemaining()) {
            opened = NOTHING;
        }
        return count;
    }

    /** Wait for a whole record; false at the end of the stream. */
    private boolean recordArrives() throws IOException {
        while (arrived.remaining() < recordLength()) {
            if (recordLength() > RECORD) {
                throw new SSLException("A record is longer than any may be");
            }
            makeRoom(recordLength());
            lastCount = plain.read(arrived);
            arrived.flip();
            if (lastCount < 0) {
                return false;
            }
        }
        return true;
    }

    /** Keep much room only while much arrives. */
    private void makeRoom(int needed) {
        int wanted = needed > SMALL || lastCount >= RECORD ? 2 * RECORD : SMALL;
        boolean other = arrived.hasRemaining() ? needed > arrived.capacity() : wanted != arrived.capacity();
        arrived = other ? ByteBuffer.allocate(wanted).put(arrived) : arrived.compact();
    }

    /** Tell how long the next record is, as far as that has arrived. */
    private int recordLength() {
        return arrived.remaining() < HEADER
                ? HEADER
                : HEADER + (arrived.getShort(arrived.position() + HEADER - 2) & 0xffff);
    }

    private HandshakeStatus runTasks() throws IOException {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            runBeside(task);
        }
        return engine.getHandshakeStatus();
    }

    private static void runBeside(Runnable task) throws IOException {
        try {
            KEYS.submit(task).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server does not wait for a key any more");
        } catch (ExecutionException e) {
            throw new SSLException("A key could not be computed", e.getCause());
        }
    }

    /** Say in an alert what was wrong, if it can still be said. */
    private void sayWhy(SSLException trouble) {
        try {
            sealAll();
        } catch (IOException gone) {
            trouble.addSuppressed(gone);
        }
    }

    private void sealAll() throws IOException {
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
            seal(NOTHING);
        }
    }

    /** Write some of the bytes as records, or what the protocol itself has to say. */
    private HandshakeStatus seal(ByteBuffer source) throws IOException {
        sealing.lock();
        try {
            int packet = engine.getSession().getPacketBufferSize();
            int records = Math.clamp(source.remaining() / (16 * 1024) + 1, 1, MOST_RECORDS_AT_ONCE);
            ByteBuffer sealed = ByteBuffer.allocate(packet * records);
            SSLEngineResult result;
            do {
                result = engine.wrap(source, sealed);
            } while (result.getStatus() == Status.OK && source.hasRemaining() && sealed.remaining() >= packet);
            sealed.flip();
            while (sealed.hasRemaining()) {
                plain.out().write(sealed);
            }
            if (result.getStatus() == Status.CLOSED && source.hasRemaining()) {
                throw new ClosedChannelException();
            }
            return result.getHandshakeStatus();
        } finally {
            sealing.unlock();
        }
    }
}
