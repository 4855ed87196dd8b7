package forum.storage.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import forum.api.Name;
import forum.api.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Read records that many pieces hold, and come across their ends. */
final class RecordStreamTest {

    private static final int LENGTH = 8 * Piece.SIZE;

    private final Random random = new Random(Seed.choose());
    private final ByteBuffer image = ByteBuffer.allocate(LENGTH).position(SegmentHeader.SIZE);
    private final List<Integer> places = new ArrayList<>();

    @Test
    void allRecordsAreReadInOrder() throws Exception {
        int count = write(6 * Piece.SIZE);
        RecordStream records = stream();
        assertThat(ids(records)).isEqualTo(count);
        assertThat(records.end()).isEqualTo(image.position());
        assertThat(records.isSealed()).isFalse();
        assertThat(records.isFollowed()).isFalse();
    }

    @Test
    void aSealedSegmentEndsThere() throws Exception {
        int count = write(3 * Piece.SIZE);
        Frame.write(new Change.Sealed(), image.position(), image);
        int end = image.position();
        write(5 * Piece.SIZE);
        RecordStream records = stream();
        assertThat(ids(records)).isEqualTo(count);
        assertThat(records.isSealed()).isTrue();
        assertThat(records.end()).isEqualTo(end);
        assertThat(records.isFollowed()).isTrue();
    }

    @Test
    void readingEndsAtDamageInALaterPiece() throws Exception {
        int count = write(6 * Piece.SIZE);
        int damaged = count - 1 - random.nextInt(count / 2);
        int next = damaged + 1 == count ? image.position() : places.get(damaged + 1);
        int place = places.get(damaged) + Frame.HEAD + random.nextInt(next - places.get(damaged) - Frame.HEAD);
        image.put(place, (byte) (image.get(place) ^ 1 << random.nextInt(Byte.SIZE)));
        RecordStream records = stream();
        assertThat(ids(records)).isEqualTo(damaged);
        assertThat(records.end()).isEqualTo(places.get(damaged));
        assertThat(records.isFollowed()).isTrue();
    }

    @Test
    void aRecordThatIsNotLikedIsPlaced() {
        int count = write(6 * Piece.SIZE);
        int disliked = random.nextInt(count);
        RecordStream records = stream();
        int[] seen = {0};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> records.read(_ -> {
                    if (seen[0]++ == disliked) {
                        throw new IllegalArgumentException("not this one");
                    }
                }));
        assertThat(records.end()).isEqualTo(places.get(disliked));
    }

    @Test
    void aPieceThatCannotBeReadIsToldAfterThoseBeforeIt() {
        write(6 * Piece.SIZE);
        int bad = 4 * Piece.SIZE;
        RecordStream records = new RecordStream(
                (target, position) -> {
                    if (position > bad) {
                        throw new IOException("a bad sector");
                    }
                    read(target, position);
                },
                LENGTH);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> records.read(_ -> {}))
                .withMessage("a bad sector");
        assertThat(records.end()).isGreaterThan(bad);
    }

    @Test
    void aFileThatIsShorterEndsInItsLastRecord() throws Exception {
        int count = write(6 * Piece.SIZE);
        int cut = places.getLast() + random.nextInt(image.position() - places.getLast());
        RecordStream records = new RecordStream(
                (target, position) ->
                        read(target.limit(Math.min(target.limit(), (int) Math.max(0, cut - position))), position),
                LENGTH);
        assertThat(ids(records)).isEqualTo(count - 1);
        assertThat(records.end()).isEqualTo(places.getLast());
    }

    /** Write posts of all lengths up to a place; gives how many. */
    private int write(int end) {
        int count = 0;
        while (image.position() < end) {
            places.add(image.position());
            Text text = Text.of("x".repeat(1 + random.nextInt(random.nextInt(5) == 0 ? 60_000 : 200)));
            Frame.write(new Change.Posted(1, 1, 1, count++, new Name("yoda"), text), image.position(), image);
        }
        return count;
    }

    /** Read all posts, whose ids must be 0, 1, 2 …; gives how many. */
    private static int ids(RecordStream records) throws IOException {
        int[] next = {0};
        records.read(record -> {
            if (ChangeCodec.read(record) instanceof Change.Posted posted) {
                assertThat(posted.id()).isEqualTo(next[0]++);
            }
        });
        return next[0];
    }

    private RecordStream stream() {
        return new RecordStream(this::read, LENGTH);
    }

    private void read(ByteBuffer target, long position) {
        target.put(image.slice((int) position, target.remaining()));
    }
}
