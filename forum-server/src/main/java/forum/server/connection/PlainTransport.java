package forum.server.connection;

import forum.server.door.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Bytes as they are; the kernel sends files to the socket without our touching them.
 *
 * <p>Behind a closed gate the stream ends where nothing more has arrived.
 */
final class PlainTransport implements Transport {

    private final SocketChannel socket;
    private final Gate gate;

    /** Only this tells how much has arrived, and can be had only while the input is open. */
    private final InputStream arrived;

    PlainTransport(SocketChannel socket, Gate gate) throws IOException {
        this.socket = socket;
        this.gate = gate;
        this.arrived = socket.socket().getInputStream();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return hasEnded() ? -1 : socket.read(target);
    }

    /** Wake the connection if it waits behind a closed gate. Called by any thread. */
    void wake() throws IOException {
        if (hasEnded()) {
            socket.shutdownInput();
        }
    }

    private boolean hasEnded() throws IOException {
        return gate.isClosed() && arrived.available() == 0;
    }

    @Override
    public WritableByteChannel out() {
        return socket;
    }

    @Override
    public void end() throws IOException {
        socket.shutdownOutput();
    }
}
