package forum.server.connection;

import forum.server.door.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

/** Bytes as they are; the kernel sends files to the socket without our touching them. */
record PlainTransport(SocketChannel socket) implements Transport {

    @Override
    public int read(ByteBuffer target) throws IOException {
        return socket.read(target);
    }

    @Override
    public boolean ready() throws IOException {
        return socket.socket().getInputStream().available() > 0;
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
