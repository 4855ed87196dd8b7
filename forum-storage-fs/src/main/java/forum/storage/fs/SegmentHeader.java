package forum.storage.fs;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Begin a segment (docs/storage-format.md, Segments).
 *
 * @param first the number of the first segment that this one stands for; less than last after a compaction
 * @param last the number of the last segment that this one stands for
 * @param length the length of the file in bytes, this header included
 * @param nextId every id given before this segment was begun is less
 */
record SegmentHeader(long first, long last, int length, long nextId) {

    /** Bytes that the header takes. */
    static final int SIZE = 48;

    /** The only version so far. */
    static final int VERSION = 1;

    private static final long MAGIC = 0x464f52554d4a4e4cL; // FORUMJNL
    private static final int CHECKED = 44;

    void write(ByteBuffer target) {
        target.putLong(0, MAGIC)
                .putInt(8, VERSION)
                .putLong(12, first)
                .putLong(20, last)
                .putInt(28, length)
                .putLong(32, nextId)
                .putInt(40, 0)
                .putInt(CHECKED, checksum(target));
    }

    /**
     * Read a header.
     *
     * @throws IllegalArgumentException with the reason if it is none
     */
    static SegmentHeader read(ByteBuffer source) {
        if (source.limit() < SIZE || source.getLong(0) != MAGIC) {
            throw new IllegalArgumentException("it does not begin as a segment of a forum's journal");
        }
        if (source.getInt(8) != VERSION) {
            throw new IllegalArgumentException("it has version " + source.getInt(8) + " and this server reads "
                    + VERSION + "; use the server that wrote it");
        }
        if (source.getInt(CHECKED) != checksum(source)) {
            throw new IllegalArgumentException("its header is damaged");
        }
        return new SegmentHeader(source.getLong(12), source.getLong(20), source.getInt(28), source.getLong(32));
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(0, CHECKED));
        return (int) crc.getValue();
    }
}
