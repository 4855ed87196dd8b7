package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Hold a piece of a segment, of which one thread checks the records before another hears of them. */
final class Piece {

    /** Holds many records of the longest kind; reading a piece takes much longer than handing it over. */
    static final int SIZE = 512 * 1024;

    private final byte[] bytes = new byte[SIZE];
    private final FieldReader record = new FieldReader(bytes, 0, 0);
    private final CRC32C crc = new CRC32C();
    private int start;
    private int limit;

    /** Where in the array the sound records end. */
    private int sound;

    private boolean sealed;
    private boolean cut;

    /** Read what is at a place of a segment, and find the sound records there. */
    Piece fill(RecordStream.Source source, int place, int length) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(bytes, 0, Math.min(SIZE, length - place));
        source.read(target, place);
        start = place;
        limit = target.position();
        check();
        cut = sound > 0 && !sealed && start + limit < length && isCutAt(sound);
        return this;
    }

    /** Tell whether the piece may end within a record: then the next one begins at {@link #end}. */
    boolean isCut() {
        return cut;
    }

    /** Tell whether the last record says that the journal goes on in the next segment. */
    boolean isSealed() {
        return sealed;
    }

    /** Tell where in the segment no sound record of this piece begins any more. */
    int end() {
        return start + sound;
    }

    /**
     * Give the type and payload of each sound record.
     *
     * @param progress is told where in the segment each one begins, before it is given
     */
    void read(Consumer<FieldReader> each, Progress progress) {
        int next;
        for (int at = 0; at < sound; at = next) {
            int body = at + Frame.HEAD;
            next = body + integer(at);
            progress.at(start + at);
            each.accept(record.move(body + Frame.BATCH, next));
        }
    }

    /** Hear how far it got. */
    @FunctionalInterface
    interface Progress {

        /** Take note. */
        void at(int place);
    }

    private void check() {
        sealed = false;
        sound = 0;
        while (!sealed && isSound(sound)) {
            int body = sound + Frame.HEAD;
            sealed = bytes[body + Frame.BATCH] == ChangeCodec.SEALED;
            sound = body + integer(sound);
        }
    }

    private boolean isSound(int at) {
        if (limit - at < Frame.SHORTEST) {
            return false;
        }
        int body = integer(at);
        if (body > limit - at - Frame.HEAD || !Frame.isPossible(body, integer(at + Frame.HEAD), start + at)) {
            return false;
        }
        crc.reset();
        crc.update(bytes, at + Frame.HEAD, body);
        return (int) crc.getValue() == integer(at + 4);
    }

    private boolean isCutAt(int at) {
        return limit - at < Frame.SHORTEST || integer(at) > limit - at - Frame.HEAD;
    }

    private int integer(int place) {
        return bytes[place] << 24
                | (bytes[place + 1] & 0xff) << 16
                | (bytes[place + 2] & 0xff) << 8
                | bytes[place + 3] & 0xff;
    }
}
