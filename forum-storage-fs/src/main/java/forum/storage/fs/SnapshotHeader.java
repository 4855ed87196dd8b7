package forum.storage.fs;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Begin a snapshot (docs/storage-format.md, The snapshot).
 *
 * @param journal the CRC-32C of all bytes of the journal that the snapshot was made of
 * @param segment the first number of the segment that this journal ends in
 * @param offset where in that segment the next record goes
 */
record SnapshotHeader(int journal, long segment, int offset) {

    /** Bytes that the header takes. */
    static final int SIZE = 32;

    private static final long MAGIC = 0x464f52554d534e50L; // FORUMSNP
    private static final int VERSION = 1;
    private static final int CHECKED = 28;

    void write(ByteBuffer target) {
        target.putLong(0, MAGIC)
                .putInt(8, VERSION)
                .putInt(12, journal)
                .putLong(16, segment)
                .putInt(24, offset)
                .putInt(CHECKED, checksum(target));
    }

    /**
     * Read a header.
     *
     * @throws IllegalArgumentException if it is none that this version knows
     */
    static SnapshotHeader read(ByteBuffer source) {
        if (source.limit() < SIZE
                || source.getLong(0) != MAGIC
                || source.getInt(8) != VERSION
                || source.getInt(CHECKED) != checksum(source)) {
            throw new IllegalArgumentException("it does not begin as a snapshot of this version");
        }
        return new SnapshotHeader(source.getInt(12), source.getLong(16), source.getInt(24));
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(0, CHECKED));
        return (int) crc.getValue();
    }
}
