package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Read and write an open file; an interrupt of the calling thread does no harm to it. */
interface DiskFile extends AutoCloseable {

    /** Fill the buffer from a place in the file; what the file is too short for stays empty. */
    void read(ByteBuffer target, long position) throws IOException;

    /** Write all of the buffer to a place in the file. */
    void write(ByteBuffer source, long position) throws IOException;

    /** Make durable what was written. */
    void force() throws IOException;

    /** Tell the length in bytes. */
    long size() throws IOException;

    @Override
    void close() throws IOException;
}
