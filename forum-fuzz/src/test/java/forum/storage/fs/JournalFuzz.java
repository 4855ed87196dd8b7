package forum.storage.fs;

import forum.api.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Replay a segment: whatever its bytes are, it is read, or said to be damaged.
 *
 * <p>Damage is caught by checksums, so the records of most inputs get right ones: what is behind them is to be reached.
 */
public final class JournalFuzz {

    private static final int SEGMENT = 16 * 1024;
    private static final long ENOUGH = 64L << 20;
    private static final OffHeap TEXTS = new OffHeap(2 * ENOUGH);

    private static final AttachmentFiles FILES = new AttachmentFiles(new RealDisk(), Path.of("nothing"));

    private static final Housekeeping NOTHING = new Housekeeping() {
        @Override
        public void threadIsGone(ThreadState thread) {}

        @Override
        public void fileIsGone(long blob) {}
    };

    private JournalFuzz() {}

    /** Called by the fuzzer: the first byte says whether the rest are records that are to be framed, or bytes as they are. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        ByteBuffer image = ByteBuffer.allocate(SEGMENT);
        new SegmentHeader(1, 1, SEGMENT, 1).write(image);
        ByteBuffer given = ByteBuffer.wrap(data, 1, data.length - 1);
        image.position(SegmentHeader.SIZE);
        if (data[0] == 0) {
            image.put(given);
        } else {
            frame(given, image);
        }
        replay(image.position(0));
        if (TEXTS.taken() > ENOUGH) {
            System.gc();
        }
    }

    /** A length of two bytes stands before each record. */
    private static void frame(ByteBuffer given, ByteBuffer image) {
        while (given.remaining() > Short.BYTES) {
            int length = Math.min(given.getShort() & 0x3ff, given.remaining());
            if (image.remaining() < Frame.HEAD + Integer.BYTES + length) {
                return;
            }
            int start = image.position();
            image.putInt(Integer.BYTES + length).putInt(0).putInt(start);
            image.put(given.slice(given.position(), length));
            given.position(given.position() + length);
            CRC32C checksum = new CRC32C();
            checksum.update(image.slice(start + Frame.HEAD, Integer.BYTES + length));
            image.putInt(start + 4, (int) checksum.getValue());
        }
    }

    private static void replay(ByteBuffer image) {
        Replay replay = new Replay(new ForumState(TEXTS, NOTHING), FILES);
        replay.begin(SegmentHeader.read(image));
        RecordStream records = new RecordStream(
                (target, position) -> target.put(image.slice((int) position, target.remaining())), SEGMENT);
        try {
            records.read(replay::apply);
            records.isFollowed();
        } catch (IllegalArgumentException | StorageException damaged) {
            return; // the start stops and says where
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SegmentScan scan = new SegmentScan(image, records.end());
        scan.leftover();
        scan.laterBatch();
    }
}
