package forum.server.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stand still until time is made to pass. */
final class HandClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
