package forum.server.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** How a connection's bytes travel. Read by one thread; written by one at a time, which may be another. */
interface Transport {

    /**
     * Read what arrives, waiting for at least one byte.
     *
     * @return how many, or -1 at the end of the stream
     */
    int read(ByteBuffer target) throws IOException;

    /** Give what takes all that is written to it, waiting for the other side. */
    WritableByteChannel out();

    /** Tell the other side that nothing more comes. */
    void end() throws IOException;
}
