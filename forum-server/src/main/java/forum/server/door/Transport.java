package forum.server.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * How a connection's bytes travel.
 *
 * <p>Read by the connection's thread, and written by one thread at a time, which may be another. Both may wait for the
 * other side for as long as it takes: when it takes too long, the server closes the socket under them.
 */
public interface Transport {

    /**
     * Read what arrives, waiting for at least one byte.
     *
     * @return how many, or -1 at the end of the stream
     */
    int read(ByteBuffer target) throws IOException;

    /**
     * Tell, once for each request that was read, whether the other side asked for it: a door may have more to ask than
     * its client, and what belongs to the request before it costs nothing of a user's pace.
     */
    default boolean beginsAnother() {
        return true;
    }

    /** Give what takes all that is written to it, waiting for the other side. */
    WritableByteChannel out();

    /** Tell the other side that nothing more comes. */
    void end() throws IOException;
}
