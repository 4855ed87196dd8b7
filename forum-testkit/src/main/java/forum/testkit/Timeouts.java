package forum.testkit;

import java.time.Duration;

/** Say how long the test kit waits for what must come. */
public final class Timeouts {

    /** Long enough for a busy machine: a test that waits that long has failed. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Timeouts() {}
}
