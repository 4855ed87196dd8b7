package forum.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Read the bytes of a file while they arrive from its sender.
 *
 * <p>Belongs to the thread that handles the request, and only until the request is answered; what is left unread then
 * is discarded by the server.
 */
public interface Upload extends ReadableByteChannel {

    /** Tell the name that the sender gives the file. */
    Name file();

    /** Tell how many bytes were announced. */
    long size();

    /**
     * Read some of the bytes, waiting for at least one.
     *
     * @return how many were read, -1 once all announced bytes were
     * @throws Cut when the sender went away or fell silent before that
     */
    @Override
    int read(ByteBuffer target) throws Cut;

    /** Tell that an upload ended before all its announced bytes came: the sender's fault, not the forum's. */
    final class Cut extends IOException {
        private static final long serialVersionUID = 1;

        /** Wrap what the connection said. */
        public Cut(String message, Throwable cause) {
            super(message, cause);
        }

        /** Say what is missing. */
        public Cut(String message) {
            super(message);
        }
    }
}
