package forum.storage.fs;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Give memory outside the heap, up to a limit of its own, and take it back when nobody can see it any more.
 *
 * <p>Not {@link ByteBuffer#allocateDirect}: that shares its limit, the size of the heap, with the buffers of all
 * connections, and when it is reached, it stops whoever asks for half a second of garbage collection. Thread-safe.
 */
final class OffHeap {

    private static final Cleaner CLEANER = Cleaner.create();

    private final long limit;
    private final long reserve;
    private final AtomicLong taken = new AtomicLong();

    /** Give at most so many bytes at a time, and half as many from the reserve. */
    OffHeap(long limit) {
        this.limit = limit;
        this.reserve = limit / 2;
    }

    /** Give a buffer of zeros, unless the limit is reached or the machine has none. */
    Optional<ByteBuffer> allocate(int size) {
        return allocate(size, limit);
    }

    /** Give a buffer of zeros, from the reserve if the limit is reached: for what will soon take less. */
    Optional<ByteBuffer> allocateFromReserve(int size) {
        return allocate(size, limit + reserve);
    }

    /** Tell how many bytes the reserve has, whatever is given below the limit meanwhile. */
    long reserve() {
        return Math.min(reserve, limit + reserve - taken.get());
    }

    private Optional<ByteBuffer> allocate(int size, long most) {
        if (taken.addAndGet(size) > most) {
            taken.addAndGet(-size);
            return Optional.empty();
        }
        Arena arena = Arena.ofShared();
        try {
            MemorySegment segment = arena.allocate(size);
            CLEANER.register(segment, () -> giveBack(arena, size));
            return Optional.of(segment.asByteBuffer());
        } catch (OutOfMemoryError e) {
            giveBack(arena, size);
            return Optional.empty();
        }
    }

    /** Tell whether so many bytes are given from the reserve only. */
    boolean isUsedUp(int size) {
        return taken.get() + size > limit;
    }

    /** Tell whether a part of the reserve is given. */
    boolean isInReserve() {
        return taken.get() > limit;
    }

    /** Tell how many bytes are given and not back. */
    long taken() {
        return taken.get();
    }

    private void giveBack(Arena arena, int size) {
        arena.close();
        taken.addAndGet(-size);
    }
}
