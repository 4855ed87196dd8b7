package forum.storage.fs;

import forum.api.Text;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pack the texts of all messages into slabs of one size outside the heap.
 *
 * <p>Bytes once written are never changed, so a text handed out stays what it is; a slab that holds no living text any
 * more is dropped, and goes away with the last text that was handed out of it. In front of a text that replaced another
 * stands the revision of its thread at which it did. Guarded by the forum's lock, but for {@link View}.
 */
final class Slabs {

    /** Bytes in a slab. */
    static final int SIZE = 1 << 20;

    /** Bytes of the revision in front of an edited text. */
    static final int REVISION = Long.BYTES;

    /** Moving texts together is not worth it for fewer dead bytes. */
    private static final long LEAST_DEAD = 4 << 20;

    private static final String USED_UP =
            "The memory for the texts of messages is used up; give the server a larger heap, of which texts may take twice as much";

    private final OffHeap memory;
    private @Nullable ByteBuffer[] slabs = new ByteBuffer[8];
    private int[] living = new int[8];
    private int count;
    private int held;
    private int filled = SIZE;
    private long livingBytes;
    private boolean hurried;
    private @Nullable CompletableFuture<Optional<ByteBuffer>> next;

    /** Start empty. */
    Slabs(OffHeap memory) {
        this.memory = memory;
    }

    /** Store a text; gives its {@link Place}. */
    long add(Text text) {
        reserve(text.length());
        return put(text);
    }

    /** Store a text that is a part of an array. */
    long add(byte[] source, int from, int length) {
        reserve(length);
        current().put(filled, source, from, length);
        long place = Place.ofText(address(), length);
        taken(length);
        return place;
    }

    /** Store a text that replaces another. */
    long addEdited(Text text, long revision) {
        reserve(REVISION + text.length());
        current().putLong(filled, revision);
        taken(REVISION);
        return Place.edited(put(text));
    }

    /** Begin a slab with bytes that were packed before; gives where they go. */
    ByteBuffer restore(int length) {
        if (length < 0 || length > SIZE) {
            throw new IllegalArgumentException("No slab has " + length + " bytes");
        }
        grow(memory.allocateFromReserve(SIZE));
        taken(length);
        return current().slice(0, length);
    }

    /** Store a text again, elsewhere; the old place is released. */
    long move(long place) {
        Text text = view().text(place);
        if (lengthInSlab(place) > SIZE - filled) {
            grow(memory.allocateFromReserve(SIZE));
        }
        long moved = Place.isEdited(place) ? addEdited(text, revision(place)) : add(text);
        release(place);
        return moved;
    }

    /** Tell at which revision of its thread an edited text replaced the one before. */
    long revision(long place) {
        long address = Place.address(place);
        return view().slab(address).getLong((int) (address % SIZE) - REVISION);
    }

    /**
     * Forget a text that nothing points at any more.
     *
     * @return whether it was there: not if all texts were forgotten before
     */
    boolean release(long place) {
        if (place == Place.NO_TEXT) {
            return false;
        }
        int length = lengthInSlab(place);
        int slab = (int) (Place.address(place) / SIZE);
        if (slabs[slab] == null) {
            return false;
        }
        living[slab] -= length;
        livingBytes -= length;
        dropIfDead(slab);
        return true;
    }

    private static int lengthInSlab(long place) {
        return Place.length(place) + (Place.isEdited(place) ? REVISION : 0);
    }

    /** Forget all texts; a place of before means nothing from now on, and can be released. */
    void clear() {
        slabs = new ByteBuffer[slabs.length];
        filled = SIZE;
        held = 0;
        livingBytes = 0;
    }

    /** Show the texts that are here now; good for as long as it is kept. */
    View view() {
        return new View(slabs);
    }

    /** Tell whether it is worth moving texts together, and collecting slabs that were dropped. */
    boolean isSparse() {
        long taken = memory.taken();
        long dead = taken - livingBytes;
        return dead > LEAST_DEAD && dead > taken / 4 || memory.isUsedUp(SIZE) && isLessWanted(taken, dead);
    }

    /** Tell, where memory is short, whether slabs were dropped that are not collected, or the reserve can be left. */
    private boolean isLessWanted(long taken, long dead) {
        long dropped = taken - (long) held * SIZE;
        return dropped > 2L * SIZE || memory.isInReserve() && dead > LEAST_DEAD && dead > taken / 8;
    }

    /** Find the slabs that would be dropped if their few texts were moved; the sparsest if the reserve is short for all. */
    BitSet sparse() {
        BitSet sparse = new BitSet();
        long room = memory.reserve() / 8 * 7 - SIZE; // the ends of slabs stay empty
        for (int slab : sparsestFirst()) {
            room -= living[slab];
            if (room < 0) {
                break;
            }
            sparse.set(slab);
        }
        return sparse;
    }

    private List<Integer> sparsestFirst() {
        return IntStream.range(0, count - 1)
                .filter(slab -> slabs[slab] != null && living[slab] < SIZE / 8 * 7)
                .boxed()
                .sorted(Comparator.comparingInt(slab -> living[slab]))
                .toList();
    }

    private void reserve(int length) {
        if (length > SIZE - filled) {
            grow(hurried ? prepared() : memory.allocate(SIZE));
        }
    }

    private long put(Text text) {
        long place = Place.ofText(address(), text.length());
        text.writeTo(current().position(filled));
        taken(text.length());
        return place;
    }

    private long address() {
        return (long) (count - 1) * SIZE + filled;
    }

    private void taken(int length) {
        filled += length;
        living[count - 1] += length;
        livingBytes += length;
    }

    private ByteBuffer current() {
        ByteBuffer slab = slabs[count - 1];
        if (slab == null) {
            throw new IllegalStateException("The slab that is being filled is never dropped");
        }
        return slab;
    }

    /**
     * Take note that many texts come at once, or no longer: then a slab is taken from the machine, which is slow, while
     * the one before is filled. What comes at once are texts of a journal, some of which are deleted later on: they may
     * take the reserve.
     */
    void hurry(boolean more) {
        hurried = more;
        next = null;
    }

    private Optional<ByteBuffer> prepared() {
        Optional<ByteBuffer> prepared = next == null ? memory.allocateFromReserve(SIZE) : next.join();
        next = Ahead.of(() -> memory.allocateFromReserve(SIZE));
        return prepared;
    }

    private void grow(Optional<ByteBuffer> room) {
        ByteBuffer slab = room.orElseThrow(() -> new StorageException(Fault.FULL, USED_UP));
        if (count == slabs.length) {
            slabs = Arrays.copyOf(slabs, count * 2);
            living = Arrays.copyOf(living, count * 2);
        }
        slabs[count++] = slab;
        held++;
        filled = 0;
        if (count > 1) {
            dropIfDead(count - 2);
        }
    }

    private void dropIfDead(int slab) {
        if (living[slab] == 0 && slab != count - 1 && slabs[slab] != null) {
            slabs = slabs.clone(); // views keep the array that they have
            slabs[slab] = null;
            held--;
        }
    }

    /** Read texts without the forum's lock. */
    record View(@Nullable ByteBuffer[] slabs) {

        private static final Text NONE = Text.of("");

        Text text(long place) {
            if (place == Place.NO_TEXT) {
                return NONE;
            }
            long address = Place.address(place);
            return Text.stored(slab(address), (int) (address % SIZE), Place.length(place));
        }

        private ByteBuffer slab(long address) {
            ByteBuffer slab = slabs[(int) (address / SIZE)];
            if (slab == null) {
                throw new IllegalStateException("A text was released that is still in use");
            }
            return slab;
        }
    }
}
