package forum.storage.fs;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Frame a record: length, CRC-32C, then the body of that length, which begins with the place of the record's batch
 * (docs/storage-format.md, Records).
 */
final class Frame {

    /** The bytes before the body. */
    static final int HEAD = 8;

    /** The bytes of the shortest body: the batch and the type. */
    static final int SHORTEST_BODY = 5;

    /** The bytes of the shortest record. */
    static final int SHORTEST = HEAD + SHORTEST_BODY;

    /** What the fields of any record but its text, value and plugin's name can need. */
    static final int FIELDS = 2048;

    /** No body is longer. */
    static final int LONGEST_BODY = 128 * 1024;

    /** The bytes at the body's beginning that say where the batch begins. */
    static final int BATCH = 4;

    private static final byte[] NOTHING = {};

    private Frame() {}

    /**
     * Write a record at the target's position.
     *
     * @param batch where in the segment the record's batch begins
     */
    static void write(Change change, int batch, ByteBuffer target) {
        int start = target.position();
        target.position(start + HEAD);
        target.putInt(batch);
        ChangeCodec.write(change, target);
        int length = target.position() - start - HEAD;
        target.putInt(start, length);
        target.putInt(start + 4, checksum(target, start + HEAD, length));
    }

    /** Write a sound record again, as part of another batch. */
    static void copy(ByteBuffer segment, int at, int batch, ByteBuffer target) {
        int length = segment.getInt(at);
        int start = target.position();
        target.putInt(length).putInt(0).putInt(batch);
        target.put(segment.slice(at + HEAD + 4, length - 4));
        target.putInt(start + 4, checksum(target, start + HEAD, length));
    }

    /** Tell whether a sound record is at a place of a segment. */
    static boolean isSound(ByteBuffer segment, int at) {
        return soundBody(segment, at).length > 0;
    }

    /**
     * Copy the body of a sound record; nothing if there is none.
     *
     * <p>A start reads millions of records while its code is still cold: what works on a small array is soonest fast.
     */
    private static byte[] soundBody(ByteBuffer segment, int at) {
        if (at + SHORTEST > segment.limit()) {
            return NOTHING;
        }
        int length = segment.getInt(at);
        if (length > segment.limit() - at - HEAD || !isPossible(length, batch(segment, at), at)) {
            return NOTHING;
        }
        byte[] body = new byte[length];
        segment.get(at + HEAD, body);
        return segment.getInt(at + 4) == checksum(body) ? body : NOTHING;
    }

    /** Tell whether a record at a place can have such a body, and be of a batch that begins there. */
    static boolean isPossible(int length, int batch, int at) {
        return length >= SHORTEST_BODY && length <= LONGEST_BODY && Integer.compareUnsigned(batch, at) <= 0;
    }

    /** Tell where the batch of a record begins. */
    static int batch(ByteBuffer segment, int at) {
        return segment.getInt(at + HEAD);
    }

    /** Tell where the record after this one begins. */
    static int next(ByteBuffer segment, int at) {
        return at + HEAD + segment.getInt(at);
    }

    /** Read the record at a place, if a sound one is there. */
    static Optional<Change> read(ByteBuffer segment, int at) {
        byte[] body = soundBody(segment, at);
        return body.length == 0
                ? Optional.empty()
                : Optional.of(ChangeCodec.read(new FieldReader(body, BATCH, body.length)));
    }

    private static int checksum(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body, 0, body.length);
        return (int) crc.getValue();
    }

    private static int checksum(ByteBuffer bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(from, length));
        return (int) crc.getValue();
    }
}
