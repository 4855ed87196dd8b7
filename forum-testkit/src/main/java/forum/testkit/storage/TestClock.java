package forum.testkit.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Tell a time that moves only when a test says so; thread-safe. */
public final class TestClock implements InstantSource {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));

    /** Start at noon of the first day of 2026. */
    public TestClock() {}

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Move on, or back if negative. */
    public Instant pass(Duration time) {
        return now.updateAndGet(instant -> instant.plus(time));
    }
}
