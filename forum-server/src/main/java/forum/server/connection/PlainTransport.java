package forum.server.connection;

import forum.server.door.Transport;
import forum.server.loop.LoopSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Bytes as they are; whatever reads them, others have their turns. */
record PlainTransport(LoopSocket socket, Breather breather) implements Transport {

    @Override
    public int read(ByteBuffer target) throws IOException {
        breather.breathe();
        return socket.read(target);
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
