package forum.tests.race;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.tests.Storages;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who reads what is long is answered, however much is posted meanwhile. */
class LongReadsTest {

    private static final int MESSAGES = 50;
    private static final int READS = 30;

    @Test
    void longPagesAreReadInABusyForum() throws InterruptedException {
        try (ForumFixture forum = ForumFixture.start(Storages.named("fs"))) {
            RespClient reader = forum.login("mike");
            reader.ask("CRT", "long");
            reader.ask("CRT", "busy");
            String text = "x".repeat(2_000);
            for (int i = 0; i < MESSAGES; i++) {
                reader.ask("MSG", "long", text);
            }
            AtomicBoolean done = new AtomicBoolean();
            RespClient writer = forum.login("yoda");
            Thread posting = Thread.ofPlatform().start(() -> {
                while (!done.get()) {
                    writer.send("MSG", "busy", "one");
                    writer.send("MSG", "long", "two");
                    writer.reply();
                    writer.reply();
                }
            });
            for (int i = 0; i < READS; i++) {
                reader.send("RDT", "long");
                reader.send("MSG", "busy", "three");
                assertThat(reader.reply()).contains("1 mike: " + text).contains(MESSAGES + " mike: " + text);
                assertThat(reader.reply()).isEqualTo("+Message posted to busy thread");
            }
            done.set(true);
            posting.join();
        }
    }
}
