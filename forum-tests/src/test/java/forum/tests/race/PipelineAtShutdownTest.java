package forum.tests.race;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever has arrived when the server is told to stop is done, and answered as it would have been. */
class PipelineAtShutdownTest {

    private static final int REQUESTS = 500;

    @RepeatedTest(20)
    void allThatHasArrivedIsAnswered() throws Exception {
        try (ForumFixture forum = ForumFixture.start(new MemoryStorageProvider())) {
            RespClient mike = forum.login("mike");
            assertThat(mike.ask("CRT", "a")).isEqualTo("+Thread a created");

            mike.sendRaw("MSG a hello\r\n".repeat(REQUESTS).getBytes(StandardCharsets.US_ASCII));
            Thread stopping = Thread.ofVirtual().start(forum::stop);

            for (int i = 0; i < REQUESTS; i++) {
                assertThat(mike.reply()).as("reply %d", i).isEqualTo("+Message posted to a thread");
            }
            assertThat(mike.reply()).isEqualTo("+Goodbye. Server shutting down");
            assertThat(mike.reply()).isEqualTo(RespClient.END);
            mike.close();
            stopping.join();
        }
    }
}
