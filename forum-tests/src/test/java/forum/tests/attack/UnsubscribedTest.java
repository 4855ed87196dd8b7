package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever has been told that they listen no longer hears nothing more, however much happens at that moment. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnsubscribedTest {

    private static final int ROUNDS = 200;

    @Test
    void nothingComesBehindTheConfirmation() throws Exception {
        try (ForumFixture forum = ForumFixture.start(new MemoryStorageProvider());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicBoolean over = new AtomicBoolean();
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "a");
            Future<?> posting = threads.submit(() -> {
                while (!over.get()) {
                    mike.ask("MSG", "a", "hi");
                }
            });
            try {
                RespClient yoda = forum.login("yoda");
                yoda.ask("HELLO", "3");
                for (int round = 0; round < ROUNDS; round++) {
                    boolean pattern = round % 2 == 0;
                    yoda.send(pattern ? "PSUBSCRIBE" : "SUBSCRIBE", "thread:a");
                    until(yoda, ">[\"message\", \"thread:a\"", ">[\"pmessage\", \"thread:a\"");
                    if (round % 5 == 0) {
                        yoda.send("RESET");
                        until(yoda, "+RESET");
                        assertThat(yoda.ask("PING")).isEqualTo("+PONG");
                        yoda.login("yoda").ask("HELLO", "3");
                    } else {
                        yoda.send(pattern ? "PUNSUBSCRIBE" : "UNSUBSCRIBE", "thread:a");
                        until(yoda, ">[\"unsubscribe\"", ">[\"punsubscribe\"");
                    }
                    for (int i = 0; i < 5; i++) {
                        assertThat(yoda.ask("PING")).isEqualTo("+PONG");
                    }
                }
            } finally {
                over.set(true); // before the thread is waited for, or a failure would not show
            }
            posting.get();
        }
    }

    private static void until(RespClient client, String... beginnings) {
        String reply = client.reply();
        while (!beginsWithOne(reply, beginnings)) {
            reply = client.reply();
        }
    }

    private static boolean beginsWithOne(String reply, String... beginnings) {
        assertThat(reply).isNotEqualTo(RespClient.END);
        for (String beginning : beginnings) {
            if (reply.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
