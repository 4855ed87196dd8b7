package forum.storage.fs;

import forum.api.Attachment;
import forum.api.Name;
import forum.storage.fs.Change.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fill an empty forum with what {@link SnapshotWriter} wrote; each frame is checked before it is looked at. */
final class SnapshotReader {

    private final DiskFile file;
    private final ForumState state;
    private final AttachmentFiles files;
    private final byte[] items = new byte[SnapshotWriter.LONGEST];
    private @Nullable ThreadState thread;
    private long at = SnapshotHeader.SIZE;
    private boolean ended;

    SnapshotReader(DiskFile file, ForumState state, AttachmentFiles files) {
        this.file = file;
        this.state = state;
        this.files = files;
    }

    /**
     * Read everything.
     *
     * @throws IllegalArgumentException if it is not as it was written
     */
    void read() throws IOException {
        while (!ended) {
            ByteBuffer head = fill(ByteBuffer.allocate(SnapshotWriter.HEAD));
            int length = head.getInt(4);
            switch (head.getInt(0)) {
                case SnapshotWriter.TEXTS -> check(head, fill(state.slabs.restore(length)));
                case SnapshotWriter.ITEMS -> {
                    if (length < 0 || length > items.length) {
                        throw new IllegalArgumentException("no frame has " + length + " bytes");
                    }
                    check(head, fill(ByteBuffer.wrap(items, 0, length)));
                    FieldReader source = new FieldReader(items, 0, length);
                    while (source.remaining() > 0) {
                        read(source);
                    }
                }
                default -> throw new IllegalArgumentException("a frame is damaged at byte " + at);
            }
        }
    }

    private ByteBuffer fill(ByteBuffer target) throws IOException {
        file.read(target, at);
        if (target.hasRemaining()) {
            throw new IllegalArgumentException("it ends too soon");
        }
        at += target.position();
        return target.flip();
    }

    private void check(ByteBuffer head, ByteBuffer content) {
        if (SnapshotWriter.checksum(head, content) != head.getInt(SnapshotWriter.CHECKED)) {
            throw new IllegalArgumentException("it is damaged before byte " + at);
        }
    }

    private void read(FieldReader source) {
        int item = source.octet();
        switch (item) {
            case SnapshotWriter.NAME -> state.names.number(source.name());
            case SnapshotWriter.THREAD -> readThread(source);
            case SnapshotWriter.FILE -> readFile(source);
            case SnapshotWriter.BLOCK -> state.restore(thread(), Block.read(source));
            case SnapshotWriter.VALUE ->
                state.plugins.restore(source.number(), source.string(), source.string(), source.bytes(source.length()));
            case SnapshotWriter.END -> {
                state.idsBegin(source.number() + 1);
                files.used(source.number());
                state.waste.restore(source.number(), source.number());
                ended = true;
            }
            default -> throw new IllegalArgumentException("it has an unknown item " + item);
        }
    }

    private void readThread(FieldReader source) {
        long id = source.number();
        long revision = source.number();
        long created = source.time();
        long active = source.time();
        long recorded = source.number();
        ThreadState read = new ThreadState(new Change.Created(id, revision, created, source.name(), source.name()));
        read.reach(revision, active);
        read.recorded(recorded);
        state.restore(read);
        thread = read;
    }

    private void readFile(FieldReader source) {
        long id = source.number();
        Instant time = Instant.ofEpochMilli(source.time());
        Name author = source.name();
        StoredFile stored = ChangeCodec.file(source);
        state.restore(
                thread(),
                new Attachment(id, author, time, stored.name(), stored.size(), stored.sha256()),
                stored.blob());
    }

    private ThreadState thread() {
        if (thread == null) {
            throw new IllegalArgumentException("it begins without a thread");
        }
        return thread;
    }
}
