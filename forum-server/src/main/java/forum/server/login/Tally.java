package forum.server.login;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Count what is done under a key, and forgive it one by one as time passes.
 *
 * <p>The memory is fixed: a key has a cell in each of two rows, which it may share, and the lesser one counts. So
 * strangers cannot make it grow, and cannot push anything out of it; many of them can only make others wait who fall
 * together with them in both rows, and who that is depends on a key that nobody knows. Not thread-safe.
 */
final class Tally {

    private static final int ROWS = 2;
    private static final int CELLS = 1 << 13;

    /** So many more than are free are counted: what is counted beyond would take hours to be forgiven. */
    private static final int MOST_BEYOND = 100;

    private final InstantSource clock;
    private final KeyedDigest digests;
    private final Pace pace;
    private final long forgiving;
    private final long[] clear = new long[ROWS * CELLS];
    private final long[] last = new long[ROWS * CELLS];

    /**
     * Begin with nothing counted.
     *
     * @param forgiving how long it takes until one is forgiven
     */
    Tally(InstantSource clock, KeyedDigest digests, Pace pace, Duration forgiving) {
        this.clock = clock;
        this.digests = digests;
        this.pace = pace;
        this.forgiving = forgiving.toMillis();
    }

    /** Tell how long to wait before the next time; empty if there is no need to. */
    Optional<Duration> wait(String... key) {
        long now = clock.millis();
        long digest = digests.of(key);
        long wait = Long.MAX_VALUE;
        for (int row = 0; row < ROWS; row++) {
            int cell = cell(digest, row);
            double level = Math.max(0, clear[cell] - now) / (double) forgiving;
            wait = Math.min(wait, pace.wait(level, Math.max(0, now - last[cell]), forgiving));
        }
        return wait > 0 ? Optional.of(Duration.ofMillis(wait)) : Optional.empty();
    }

    /** Tell whether nothing is counted that is not forgiven. */
    boolean isClear(String... key) {
        long now = clock.millis();
        long digest = digests.of(key);
        return IntStream.range(0, ROWS).anyMatch(row -> clear[cell(digest, row)] <= now);
    }

    /** Count one. */
    void charge(String... key) {
        long now = clock.millis();
        long digest = digests.of(key);
        for (int row = 0; row < ROWS; row++) {
            int cell = cell(digest, row);
            clear[cell] = Math.min(
                    Math.max(clear[cell], now) + forgiving, now + (pace.free() + (long) MOST_BEYOND) * forgiving);
            last[cell] = now;
        }
    }

    /** Take one back. */
    void refund(String... key) {
        long digest = digests.of(key);
        for (int row = 0; row < ROWS; row++) {
            clear[cell(digest, row)] -= forgiving;
        }
    }

    private static int cell(long digest, int row) {
        return row * CELLS + (int) (digest >>> row * Integer.SIZE & CELLS - 1);
    }
}
