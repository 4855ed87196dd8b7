package forum.storage.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compare a sequence with a plain list. */
final class SequenceTest {

    private final Random random = new Random(Seed.choose());
    private final Sequence sequence = new Sequence();
    private final List<EntryData> model = new ArrayList<>();
    private long id;
    private long time;

    @Test
    void aSequenceIsAList() {
        for (int round = 0; round < 20; round++) {
            grow(round);
            shrinkAndMend(round);
            requireSame();
        }
        while (!model.isEmpty()) {
            remove(random.nextInt(model.size()));
        }
        requireSame();
        grow(1);
        requireSame();
    }

    private void grow(int round) {
        for (int i = 0; i < 1000; i++) {
            id += 1 + (random.nextInt(200) == 0 ? 3_000_000_000L : random.nextInt(3));
            time += random.nextInt(100) == 0 ? random.nextLong(-5_000_000_000L, 5_000_000_000L) : random.nextInt(999);
            long place = random.nextInt(10) < round % 4 ? Place.ofFile(i) : Place.ofText(random.nextInt(1 << 30), 9);
            EntryData entry = new EntryData(id, time, random.nextInt(99), place);
            sequence.append(entry);
            model.add(entry);
        }
    }

    private void shrinkAndMend(int round) {
        for (int i = 0; i < 950; i++) {
            int position = round % 3 == 0 ? 0 : random.nextInt(model.size());
            EntryData removed = remove(position);
            if (random.nextInt(3) == 0) {
                sequence.insert(position, removed);
                model.add(position, removed);
            }
            if (random.nextInt(3) == 0
                    && !Place.isFile(model.get(model.size() / 2).place())) {
                EntryData old = model.get(model.size() / 2);
                EntryData edited = new EntryData(old.id(), old.time(), old.author(), Place.edited(old.place()));
                sequence.replace(model.size() / 2, edited.place());
                model.set(model.size() / 2, edited);
            }
        }
    }

    private EntryData remove(int position) {
        sequence.remove(position);
        return model.remove(position);
    }

    private void requireSame() {
        assertThat(sequence.size()).isEqualTo(model.size());
        int messages = 0;
        for (int i = 0; i < model.size(); i++) {
            EntryData expected = model.get(i);
            assertThat(sequence.entry(i)).isEqualTo(expected);
            assertThat(sequence.below(expected.id())).isEqualTo(i);
            assertThat(sequence.below(expected.id() + 1)).isEqualTo(i + 1);
            assertThat(sequence.messagesBefore(i)).isEqualTo(messages);
            if (!Place.isFile(expected.place())) {
                assertThat(sequence.positionOfMessage(++messages)).isEqualTo(i);
            }
        }
        assertThat(sequence.messages()).isEqualTo(messages);
        assertThat(sequence.below(Long.MAX_VALUE)).isEqualTo(model.size());
    }
}
