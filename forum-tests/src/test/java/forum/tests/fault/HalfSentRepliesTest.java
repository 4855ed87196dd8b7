package forum.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;

/** What is answered behind replies that a slow reader has taken only in part is made durable like all else. */
class HalfSentRepliesTest {

    private static final int MESSAGES = 20;
    private static final int MORE_THAN_ANY_BUFFER_HOLDS = 300;
    private static final String READ = "*2\r\n$3\r\nRDT\r\n$1\r\na\r\n";
    private static final String POST = "*3\r\n$3\r\nMSG\r\n$1\r\na\r\n$8\r\nunsynced\r\n";

    @RepeatedTest(4)
    void aPostBehindHalfSentPagesIsNotAnsweredBeforeItIsDurable() {
        try (ForumFixture forum = ForumFixture.start(new FaultyStorageProvider())) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "a");
            for (int i = 0; i < MESSAGES; i++) {
                mike.ask("MSG", "a", "x".repeat(3_000));
            }
            mike.sendRaw((READ + READ + POST).repeat(MORE_THAN_ANY_BUFFER_HOLDS).getBytes(StandardCharsets.US_ASCII));
            String reply = mike.reply();
            // a page that waits behind the post shares its fate, and one that is half written ends the connection
            for (int i = 0; i < 3 * MORE_THAN_ANY_BUFFER_HOLDS - 1 && !reply.equals(RespClient.END); i++) {
                boolean lost = reply.startsWith("-INTERNAL ");
                assertThat(lost || i % 3 < 2 && reply.startsWith("[\"1 mike: xxx"))
                        .as("reply %d: %.40s", i, reply)
                        .isTrue();
                reply = mike.reply();
            }
        }
    }
}
