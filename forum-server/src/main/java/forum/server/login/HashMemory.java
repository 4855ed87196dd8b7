package forum.server.login;

import java.lang.ref.SoftReference;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * Lend the memory of one hash run to the next.
 *
 * <p>As garbage it would be copied among the old objects while the run lasts, and pile up there: a flood of logins made the
 * process grow up to the heap's limit. Enough is kept for all runs at once; it comes back cleared, and is given up where
 * the heap is short. Thread-safe.
 */
final class HashMemory {

    /** How many blocks of 1 KiB a run takes beside those that its parameters name. */
    private static final int EXTRA = 8;

    private static SoftReference<BlockPool> kept = new SoftReference<>(null);

    private HashMemory() {}

    /** Give what runs take their blocks from, and give them back to. */
    static synchronized BlockPool pool() {
        BlockPool pool = kept.get();
        if (pool == null) {
            pool = new FixedBlockPool(Hashers.AT_ONCE * (Argon2.DEFAULT.memoryKib() + EXTRA));
            kept = new SoftReference<>(pool);
        }
        return pool;
    }
}
