package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever knows the old password does not stay, however they race with its change. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangedPasswordTest {

    private static final int ROUNDS = 10;

    @Test
    void nobodyStaysWhoCameInWithTheOldOne() throws Exception {
        try (ForumFixture forum = ForumFixture.start(
                        new MemoryStorageProvider(), config -> config.withAccess(access -> access.withAuthPerUser(0)));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RespClient mike = forum.login("mike");
            String password = "mike";
            for (int round = 0; round < ROUNDS; round++) {
                forum.clock().pass(Duration.ofHours(1));
                RespClient thief = forum.connect();
                String old = password;
                String fresh = "password-" + round;
                Future<String> changed = threads.submit(() -> mike.ask("PWD", old, fresh));
                String answer = thief.ask("AUTH", "mike", old);
                while (answer.equals("+OK")) {
                    answer = thief.ask("AUTH", "mike", old);
                }
                assertThat(changed.get()).isEqualTo("+Password has been changed");
                if (!answer.startsWith("-")) {
                    assertThat(answer).isIn("+Goodbye. You were logged out", RespClient.END);
                }
                assertThat(forum.connect().ask("AUTH", "mike", old)).startsWith("-WRONGPASS ");
                assertThat(forum.connect().ask("AUTH", "mike", fresh)).isEqualTo("+OK");
                password = fresh;
            }
        }
    }
}
