package forum.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;

/** What is answered behind replies that a slow reader has taken only in part is made durable like all else. */
class HalfSentRepliesTest {

    private static final int MESSAGES = 20;
    private static final int MORE_THAN_ANY_BUFFER_HOLDS = 400;

    /** So many pages may wait to be sent together with the post, and share its fate. */
    private static final int ONE_BATCH = 2;

    private static final String PAGE = "\\[\"1 mike: xxx.*";
    private static final String LOST = "-INTERNAL .*";

    @RepeatedTest(5)
    void aPostBehindHalfSentPagesIsNotAnsweredBeforeItIsDurable() {
        try (ForumFixture forum = ForumFixture.start(new FaultyStorageProvider())) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "a");
            for (int i = 0; i < MESSAGES; i++) {
                mike.ask("MSG", "a", "x".repeat(3_000));
            }
            for (int i = 0; i < MORE_THAN_ANY_BUFFER_HOLDS; i++) {
                mike.send("RDT", "a");
            }
            mike.send("MSG", "a", "unsynced");
            mike.send("MSG", "a", "fine");
            for (int i = 0; i < MORE_THAN_ANY_BUFFER_HOLDS; i++) {
                assertThat(mike.reply()).matches(i < MORE_THAN_ANY_BUFFER_HOLDS - ONE_BATCH ? PAGE : PAGE + "|" + LOST);
            }
            assertThat(mike.reply()).matches(LOST);
            assertThat(mike.reply()).matches(LOST + "|\\+Message posted to a thread");
        }
    }
}
