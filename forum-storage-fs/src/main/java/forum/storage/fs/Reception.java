package forum.storage.fs;

import forum.api.Upload;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

/**
 * Receive an upload into a file: what has arrived is hashed, and goes to the disk, while more arrives.
 *
 * <p>A long file is not left to one flush at its end, for which everybody's posts would wait. Where as many as there are
 * processors are received so, more are received without further threads. Belongs to one thread.
 */
final class Reception {

    private static final Semaphore BESIDE = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final Upload upload;
    private final DiskFile file;
    private final MessageDigest digest = AttachmentFiles.sha256();
    private long size;

    private Reception(Upload upload, DiskFile file) {
        this.upload = upload;
        this.file = file;
    }

    /** Make a file of an upload, durable but for its name; gives its SHA-256. */
    static String receive(Upload upload, Disk disk, Path path) throws IOException {
        try (DiskFile file = disk.create(path)) {
            Reception reception = new Reception(upload, file);
            try (WriteBack writeBack = new WriteBack(disk, path);
                    Arena memory = Arena.ofShared()) {
                reception.receive(memory, writeBack);
            }
            return reception.end();
        }
    }

    private void receive(Arena memory, WriteBack writeBack) throws IOException {
        ByteBuffer part = AttachmentFiles.buffer(memory);
        boolean more = fill(part);
        if (more && BESIDE.tryAcquire()) {
            try {
                part = receiveBeside(part, AttachmentFiles.buffer(memory), writeBack);
            } finally {
                BESIDE.release();
            }
        } else {
            while (more) {
                take(part);
                more = fill(part.clear());
            }
        }
        take(part);
    }

    /** Receive all parts but the last one, whose memory it gives; the first one is there. */
    private ByteBuffer receiveBeside(ByteBuffer first, ByteBuffer second, WriteBack writeBack) throws IOException {
        ByteBuffer part = first;
        ByteBuffer other = second;
        for (boolean more = true; more; ) {
            ByteBuffer arrived = part.flip();
            part = other;
            other = arrived;
            try (Ahead<Void> hashing = new Ahead<>(() -> hash(arrived.duplicate()))) {
                write(arrived.duplicate());
                writeBack.upTo(size);
                more = fill(part.clear());
                hashing.await();
            }
        }
        writeBack.await();
        return part;
    }

    private void take(ByteBuffer part) throws IOException {
        hash(part.flip().duplicate());
        write(part);
    }

    private Void hash(ByteBuffer part) {
        digest.update(part);
        return null;
    }

    private void write(ByteBuffer part) throws IOException {
        file.write(part, size);
        size += part.limit();
    }

    /** Fill the buffer; tells whether there may be more. */
    private boolean fill(ByteBuffer buffer) throws Upload.Cut {
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = upload.read(buffer);
        }
        return read >= 0;
    }

    private String end() throws IOException {
        if (size != upload.size()) {
            throw new Upload.Cut("Only " + size + " of " + upload.size() + " bytes came");
        }
        file.force();
        return HexFormat.of().formatHex(digest.digest());
    }
}
