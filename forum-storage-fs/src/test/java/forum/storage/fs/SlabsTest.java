package forum.storage.fs;

import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import forum.api.Text;
import forum.api.storage.StorageException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pack texts outside the heap, and take them out again. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SlabsTest {

    @Test
    void textsThatAreGoneLeaveTheMemory() throws Exception {
        OffHeap memory = new OffHeap(64 << 20);
        Slabs slabs = new Slabs(memory);
        List<Long> places = new ArrayList<>();
        Random random = new Random(Seed.choose());
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            Text text = text("text " + random.nextLong() + "x".repeat(random.nextInt(300)));
            texts.add(text);
            places.add(i % 3 == 0 ? slabs.addEdited(text, i) : slabs.add(text));
        }
        for (int i = 0; i < places.size(); i++) {
            if (i % 10 != 0) {
                slabs.release(places.get(i));
            }
        }
        assertThat(slabs.isSparse()).isTrue();
        BitSet sparse = slabs.sparse();
        assertThat(sparse.cardinality()).isGreaterThan(10);
        for (int i = 0; i < places.size(); i += 10) {
            if (sparse.get((int) (Place.address(places.get(i)) / Slabs.SIZE))) {
                places.set(i, slabs.move(places.get(i)));
            }
        }
        assertThat(slabs.sparse().cardinality()).isLessThanOrEqualTo(1);
        for (int i = 0; i < places.size(); i += 10) {
            assertThat(slabs.view().text(places.get(i))).isEqualTo(texts.get(i));
            if (i % 3 == 0) {
                assertThat(slabs.revision(places.get(i))).isEqualTo(i);
            }
        }
    }

    /** Deleted texts lie between others: room comes from moving those, which takes room first. */
    @Test
    void whatIsDeletedMakesRoomThoughAllMemoryIsTaken() throws Exception {
        OffHeap memory = new OffHeap(8 * Slabs.SIZE);
        Slabs slabs = new Slabs(memory);
        List<Long> places = fill(slabs);
        for (int i = places.size() - 1; i >= 0; i -= 3) {
            slabs.release(places.remove(i));
        }
        BitSet sparse = slabs.sparse();
        assertThat(sparse.cardinality()).isPositive();
        for (int i = 0; i < places.size(); i++) {
            if (sparse.get((int) (Place.address(places.get(i)) / Slabs.SIZE))) {
                places.set(i, slabs.move(places.get(i)));
            }
        }
        collectUntilThereIsRoom(memory);
        slabs.add(text("x".repeat(60_000)));
        assertThat(places).allMatch(place -> slabs.view().text(place).length() == 60_000);
    }

    /** A long run of texts takes whole slabs with it, though fewer than move texts together for. */
    @Test
    void aRunThatGoesIsCollectedWhereMemoryIsShort() throws Exception {
        OffHeap memory = new OffHeap(40 * Slabs.SIZE);
        Slabs slabs = new Slabs(memory);
        List<Long> places = fill(slabs);
        assertThat(slabs.isSparse()).isFalse();
        places.subList(0, places.size() / 8).forEach(slabs::release);
        assertThat(slabs.isSparse()).isTrue();
        collectUntilThereIsRoom(memory);
        assertThat(slabs.isSparse()).isFalse();
        slabs.add(text("x".repeat(60_000)));
    }

    private static List<Long> fill(Slabs slabs) {
        List<Long> places = new ArrayList<>();
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> {
            while (true) {
                places.add(slabs.add(text("x".repeat(60_000))));
            }
        });
        return places;
    }

    /** A slab that is dropped goes with the garbage. */
    private static void collectUntilThereIsRoom(OffHeap memory) {
        while (memory.isUsedUp(Slabs.SIZE)) {
            System.gc();
            Thread.onSpinWait();
        }
    }
}
