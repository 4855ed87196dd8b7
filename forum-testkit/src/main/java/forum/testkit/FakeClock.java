package forum.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Tell a time that changes only when a test says so. Thread-safe. */
public final class FakeClock implements InstantSource {

    /** What it tells at first: 1767225600000 milliseconds since 1970. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    /** Begin at {@link #START}. */
    public FakeClock() {}

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Let time pass. */
    public void advance(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
    }
}
