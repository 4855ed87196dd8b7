package forum.api;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * Read the bytes of an attached file; they stay readable when the file is removed meanwhile.
 *
 * <p>Not thread-safe. Closed by the server once the command that opened it is answered.
 */
public interface Content extends AutoCloseable {

    /** Tell the length in bytes. */
    long size();

    /**
     * Send bytes to a channel, as {@link java.nio.channels.FileChannel#transferTo} does.
     *
     * @return how many were sent, perhaps fewer than asked for; 0 if the target takes none at the moment, or the
     *     position is at the end
     * @throws IOException when the file cannot be read or the target not written
     */
    long transferTo(long position, long count, WritableByteChannel target) throws IOException;

    @Override
    void close();
}
