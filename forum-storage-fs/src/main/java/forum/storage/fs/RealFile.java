package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Read and write a file through a channel that is opened again when an interrupt has closed it.
 *
 * <p>Whichever thread leads a group commit does its I/O here, and an interrupt of that one thread must not close the
 * file under all others (docs/adr/0101-interrupts-and-the-journal.md). Used by one thread at a time.
 */
final class RealFile implements DiskFile {

    private final Path path;
    private FileChannel channel;

    RealFile(Path path) throws IOException {
        this.path = path;
        this.channel = open(path);
    }

    @Override
    public void read(ByteBuffer target, long position) throws IOException {
        uninterrupted(() -> {
            ByteBuffer rest = target.duplicate();
            int read = 0;
            for (long at = position; rest.hasRemaining() && read >= 0; at += read) {
                read = channel().read(rest, at);
            }
            target.position(rest.position());
        });
    }

    @Override
    public void write(ByteBuffer source, long position) throws IOException {
        uninterrupted(() -> {
            ByteBuffer rest = source.duplicate();
            for (long at = position; rest.hasRemaining(); ) {
                at += channel().write(rest, at);
            }
        });
    }

    @Override
    public void force() throws IOException {
        uninterrupted(() -> channel().force(false));
    }

    @Override
    public long size() throws IOException {
        return channel().size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Do something again, from its beginning, as often as an interrupt breaks it off; the interrupt is kept. */
    static void uninterrupted(Action action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    action.run();
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private FileChannel channel() throws IOException {
        if (!channel.isOpen()) {
            channel = open(path);
        }
        return channel;
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Do I/O that can be done again from its beginning. */
    @FunctionalInterface
    interface Action {

        /** Do it. */
        void run() throws IOException;
    }
}
