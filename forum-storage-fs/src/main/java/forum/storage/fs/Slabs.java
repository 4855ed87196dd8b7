package forum.storage.fs;

import forum.api.Text;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pack the texts of all messages into slabs of one size outside the heap.
 *
 * <p>Bytes once written are never changed, so a text handed out stays what it is; a slab that holds no living text any
 * more is dropped, and goes away with the last text that was handed out of it. Guarded by the forum's lock, but for
 * {@link View}.
 */
final class Slabs {

    /** Bytes in a slab. */
    static final int SIZE = 1 << 20;

    private static final String USED_UP =
            "The memory for the texts of messages is used up; start the server with a larger -XX:MaxDirectMemorySize";

    private @Nullable ByteBuffer[] slabs = new ByteBuffer[8];
    private int[] living = new int[8];
    private int count;
    private int filled = SIZE;
    private long livingBytes;
    private boolean exhausted;

    /** Store a text; gives its {@link Place}. */
    long add(Text text) {
        int length = text.length();
        if (length > SIZE - filled) {
            grow();
        }
        ByteBuffer slab = current();
        slab.position(filled);
        text.writeTo(slab);
        long address = (long) (count - 1) * SIZE + filled;
        filled += length;
        living[count - 1] += length;
        livingBytes += length;
        return Place.ofText(address, length);
    }

    /** Forget a text that nothing points at any more. */
    void release(long place) {
        int length = Place.length(place);
        if (length == 0) {
            return;
        }
        int slab = (int) (Place.address(place) / SIZE);
        living[slab] -= length;
        livingBytes -= length;
        dropIfDead(slab);
    }

    void clear() {
        slabs = new ByteBuffer[8];
        living = new int[8];
        count = 0;
        filled = SIZE;
        exhausted = false;
        livingBytes = 0;
    }

    /** Show the texts that are here now; good for as long as it is kept. */
    View view() {
        return new View(slabs);
    }

    /** Tell how many bytes of the slabs are texts that are still wanted. */
    long livingBytes() {
        return livingBytes;
    }

    /** Tell how many bytes the slabs take. */
    long bytes() {
        return Arrays.stream(slabs).filter(slab -> slab != null).count() * SIZE;
    }

    private ByteBuffer current() {
        ByteBuffer slab = slabs[count - 1];
        if (slab == null) {
            throw new IllegalStateException("The slab that is being filled is never dropped");
        }
        return slab;
    }

    private void grow() {
        ByteBuffer slab = allocate();
        if (count == slabs.length) {
            slabs = Arrays.copyOf(slabs, count * 2);
            living = Arrays.copyOf(living, count * 2);
        }
        slabs[count++] = slab;
        filled = 0;
        if (count > 1) {
            dropIfDead(count - 2);
        }
    }

    private void dropIfDead(int slab) {
        if (living[slab] == 0 && slab != count - 1) {
            slabs = slabs.clone(); // views keep the array that they have
            slabs[slab] = null;
            exhausted = false;
        }
    }

    private ByteBuffer allocate() {
        if (exhausted) {
            throw new StorageException(Fault.FULL, USED_UP);
        }
        try {
            return ByteBuffer.allocateDirect(SIZE);
        } catch (OutOfMemoryError e) {
            exhausted = true; // asking again would stop everybody for half a second each time
            throw new StorageException(Fault.FULL, USED_UP, e);
        }
    }

    /** Read texts without the forum's lock. */
    record View(@Nullable ByteBuffer[] slabs) {

        Text text(long place) {
            long address = Place.address(place);
            ByteBuffer slab = slabs[(int) (address / SIZE)];
            if (slab == null) {
                throw new IllegalStateException("A text was released that is still in use");
            }
            return Text.stored(slab, (int) (address % SIZE), Place.length(place));
        }
    }
}
