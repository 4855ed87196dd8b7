package forum.storage.fs;

import forum.api.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/** Send an attached file straight from the disk, which the kernel does alone if the target is a socket. */
record StoredContent(FileChannel file, long size) implements Content {

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return file.transferTo(position, count, target);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
