package forum.door.json;

import forum.server.door.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** What the client sends, with the possibility to give bytes back. Belongs to the connection's thread. */
final class Outside extends InputStream {

    private final Transport transport;
    private final Consumer<Boolean> withinRequest;
    private boolean begun;
    private ByteBuffer returned = ByteBuffer.allocate(0);

    Outside(Transport transport, Consumer<Boolean> withinRequest) {
        this.transport = transport;
        this.withinRequest = withinRequest;
    }

    /** Know from here on whether a part of a request has come. */
    void begun(boolean partly) {
        begun = partly;
    }

    /** Have these bytes read again, before what comes. */
    void giveBack(byte[] bytes) {
        byte[] all = new byte[bytes.length + returned.remaining()];
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        returned.get(all, bytes.length, returned.remaining());
        returned = ByteBuffer.wrap(all);
    }

    /** Read what has arrived, waiting for at least one byte; -1 at the end of the stream. */
    int read(ByteBuffer target) throws IOException {
        if (!returned.hasRemaining()) {
            return transport.read(target);
        }
        int count = Math.min(returned.remaining(), target.remaining());
        target.put(target.position(), returned, returned.position(), count);
        target.position(target.position() + count);
        returned.position(returned.position() + count);
        return count;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        withinRequest.accept(begun);
        return read(ByteBuffer.wrap(target, from, length));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
