package forum.tests.race;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for a subscriber who does not read. */
class SlowReaderTest {

    private static final int ENOUGH_TO_FILL_EVERY_BUFFER = 3_000;
    private static final int PIPELINE = 50;

    private final ForumFixture forum = ForumFixture.start(new MemoryStorageProvider());

    @AfterEach
    void stop() {
        forum.close();
    }

    @Test
    void whatPilesUpBecomesOneMissedEventAndNewsGoOn() {
        RespClient slow = forum.login("yoda");
        slow.ask("SUBSCRIBE", "thread:a", "threads");
        assertThat(slow.reply()).isEqualTo("[\"subscribe\", \"threads\", :2]");
        RespClient poster = forum.login("mike");
        poster.ask("CRT", "a");
        String text = "x".repeat(20_000);
        for (int i = 0; i < ENOUGH_TO_FILL_EVERY_BUFFER; i += PIPELINE) {
            for (int k = 0; k < PIPELINE; k++) {
                poster.send("MSG", "a", text);
            }
            for (int k = 0; k < PIPELINE; k++) {
                assertThat(poster.reply()).isEqualTo("+Message posted to a thread");
            }
        }
        poster.ask("RMV", "a");
        boolean missed = false;
        for (String news = slow.reply(); !news.contains("\"removed\""); news = slow.reply()) {
            missed |= news.contains("\"event\":\"missed\"");
        }
        assertThat(missed).isTrue();
    }
}
