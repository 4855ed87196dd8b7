package forum.storage.fs;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Let a long file go to the disk while it is written, stretch by stretch, through a handle of its own.
 *
 * <p>Promises nothing: whoever writes the file forces it in the end. Belongs to one thread.
 */
final class WriteBack implements AutoCloseable {

    private static final long STRETCH = 32 << 20;

    private final Disk disk;
    private final Path file;
    private @Nullable Ahead<Void> running;
    private long asked;

    WriteBack(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /** Say how much has been written so far. */
    void upTo(long size) throws IOException {
        if (size - asked < STRETCH) {
            return;
        }
        await();
        asked = size;
        running = new Ahead<>(this::force);
    }

    private Void force() throws IOException {
        try (DiskFile written = disk.open(file)) {
            written.force();
        }
        return null;
    }

    /** Wait for what was asked for, and fail as it did. */
    void await() throws IOException {
        if (running != null) {
            running.await();
        }
    }

    /** Wait for what was asked for, whatever came of it. */
    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
