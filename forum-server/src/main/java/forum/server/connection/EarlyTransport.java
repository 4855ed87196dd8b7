package forum.server.connection;

import forum.server.door.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * A transport of which something was read already.
 *
 * @param early what is to be read again
 * @param rest what comes behind it
 */
record EarlyTransport(ByteBuffer early, Transport rest) implements Transport {

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!early.hasRemaining()) {
            return rest.read(target);
        }
        int count = Math.min(early.remaining(), target.remaining());
        target.put(early.slice(early.position(), count));
        early.position(early.position() + count);
        return count;
    }

    @Override
    public WritableByteChannel out() {
        return rest.out();
    }

    @Override
    public void end() throws IOException {
        rest.end();
    }
}
