package forum.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.lang.System.Logger;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What reads the log may stand still; the server does not. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OperatorLogTest {

    private static final int MORE_THAN_THE_QUEUE_HOLDS = 20_000;

    /** Stands still in the middle of its first line until it is let go. */
    private static final class StandingStill implements Logger {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public String getName() {
            return "standing still";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String line, @Nullable Throwable thrown) {
            reached.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lines.add(thrown == null ? line : line + " (" + thrown.getClass().getSimpleName() + ")");
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String line, Object @Nullable ... parameters) {
            log(level, bundle, line, (Throwable) null);
        }
    }

    private final StandingStill logger = new StandingStill();
    private final OperatorLog log = new OperatorLog(() -> logger, false);

    /** Log more than is kept for a reader who has stopped in the middle of the first line. */
    private void overflow() throws InterruptedException {
        log.notice("first");
        logger.reached.await();
        for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
            log.activity("line");
        }
    }

    @Test
    void whoLogsAndWhoEndsTheServerDoNotWaitForIt() throws Exception {
        overflow();
        log.close();
        assertThat(logger.lines).isEmpty();
        logger.released.countDown();
    }

    @Test
    void aFullStorageIsALineAndAFailedOneHasItsCause() {
        logger.released.countDown();
        log.trouble("MSG could not be done", new StorageException(Fault.FULL, "no room"));
        log.trouble("MSG could not be done", new StorageException(Fault.IO, "a disk has failed"));
        log.close();
        assertThat(logger.lines)
                .containsExactly(
                        "MSG could not be done: no room",
                        "MSG could not be done: a disk has failed (StorageException)");
    }

    @Test
    void itIsBehindWhileManyLinesWait() throws Exception {
        assertThat(log.isBehind()).isFalse();
        overflow();
        assertThat(log.isBehind()).isTrue();
        logger.released.countDown();
        log.close();
        assertThat(log.isBehind()).isFalse();
    }

    @Test
    void whatWasDroppedIsCountedOnceItGoesOn() throws Exception {
        overflow();
        logger.released.countDown();
        log.close();
        int dropped = MORE_THAN_THE_QUEUE_HOLDS
                - (int) logger.lines.stream().filter("line"::equals).count();
        assertThat(dropped).isPositive();
        assertThat(logger.lines).contains(dropped + " lines were not logged, because the log stood still");
    }
}
