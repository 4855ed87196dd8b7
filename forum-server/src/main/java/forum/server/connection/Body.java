package forum.server.connection;

import forum.api.Name;
import forum.api.Upload;
import forum.api.wire.WireInput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file behind its request, read from the connection as they arrive. Not thread-safe. */
final class Body {

    private static final int PIECE = 64 * 1024;

    private final WireInput in;
    private final long size;
    private long left;
    private boolean terminated;

    /**
     * Expect so many bytes.
     *
     * @param framed whether CR LF follows them
     */
    Body(WireInput in, long size, boolean framed) {
        this.in = in;
        this.size = size;
        this.left = size;
        this.terminated = !framed;
    }

    /** Give it to a handler under the name that its sender gave it. */
    Upload upload(String name) {
        Name file = new Name(name);
        return new Upload() {
            @Override
            public Name file() {
                return file;
            }

            @Override
            public long size() {
                return size;
            }

            @Override
            public int read(ByteBuffer target) throws Cut {
                return Body.this.read(target);
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                // what is left unread is read past once the request is answered
            }
        };
    }

    /** Read past all that is left, and the end of the line. */
    void discard() throws IOException {
        ByteBuffer unwanted = ByteBuffer.allocate((int) Math.min(PIECE, left));
        while (left > 0) {
            read(unwanted.clear());
        }
        if (!terminated) {
            terminated = true;
            in.endOfLine();
        }
    }

    private int read(ByteBuffer target) throws Upload.Cut {
        if (left == 0) {
            return -1;
        }
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + left));
        try {
            int count = in.read(target);
            if (count < 0) {
                throw new Upload.Cut("The connection ended " + left + " bytes before the end of a file");
            }
            left -= count;
            return count;
        } catch (Upload.Cut cut) {
            throw cut;
        } catch (IOException e) {
            throw new Upload.Cut("The connection broke " + left + " bytes before the end of a file", e);
        } finally {
            target.limit(limit);
        }
    }
}
