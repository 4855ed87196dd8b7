package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who guesses from many addresses at a user's password gets few guesses, and keeps the user out nowhere. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GuessersTest {

    private static final int GUESSERS = 20;

    @Test
    void theOwnerComesInBesideThemAlsoAfterARestart() throws Exception {
        try (ForumFixture forum = ForumFixture.start(new MemoryStorageProvider())) {
            forum.login("mike").ask("XIT");
            besideGuessers(forum, "127.0.0.1");
            forum.restart();
            besideGuessers(forum, "127.0.7.7");
        }
    }

    private static void besideGuessers(ForumFixture forum, String ownersAddress) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch throttled = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> guessers = new ArrayList<>();
            try {
                for (int i = 1; i <= GUESSERS; i++) {
                    guessers.add(threads.submit(guesser(from("127.0.8." + i, forum), throttled, over)));
                }
                throttled.await(); // behind dozens of hash runs
                try (RespClient owner = from(ownersAddress, forum)) {
                    assertThat(owner.ask("AUTH", "mike", "mike")).isEqualTo("+OK");
                }
            } finally {
                over.set(true); // before the threads are waited for, or a failure would not show
            }
            int judged = 0;
            for (Future<Integer> guesser : guessers) {
                judged += guesser.get();
            }
            assertThat(judged).isLessThanOrEqualTo(GUESSERS + 30);
        }
    }

    /** Guess on and on; gives how often that was judged. */
    private static Callable<Integer> guesser(RespClient client, CountDownLatch throttled, AtomicBoolean over) {
        return () -> {
            int judged = 0;
            try (client) {
                for (int i = 0; !over.get(); i++) {
                    String answer = client.ask("AUTH", "mike", "guess-" + i);
                    assertThat(answer).matches("-WRONGPASS .*|-THROTTLED .*");
                    if (answer.startsWith("-WRONGPASS ")) {
                        judged++;
                    } else {
                        throttled.countDown();
                    }
                }
            }
            return judged;
        };
    }

    private static RespClient from(String address, ForumFixture forum) throws Exception {
        return RespClient.over(
                new Socket(InetAddress.getLoopbackAddress(), forum.port(), InetAddress.ofLiteral(address), 0));
    }
}
