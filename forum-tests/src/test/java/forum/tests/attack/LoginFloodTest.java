package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.tests.Storages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guessers without end, each guess a hash run: commands go on beside them, and whoever was there before gets in. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoginFloodTest {

    private static final int GUESSERS = 200;
    private static final int COMMANDS = 500;

    @Test
    void commandsAndUsersGoOnBesideAFloodOfLogins() throws Exception {
        try (ForumFixture forum = ForumFixture.start(Storages.named("fs"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RespClient mike = forum.login("mike");
            forum.login("yoda").ask("XIT");
            mike.ask("CRT", "a");

            AtomicBoolean over = new AtomicBoolean();
            List<Future<Set<String>>> flood = new ArrayList<>();
            try {
                for (int i = 0; i < GUESSERS; i++) {
                    flood.add(threads.submit(guesser(patient(forum), "nobody" + i, over)));
                }
                for (int i = 0; i < COMMANDS; i++) {
                    assertThat(mike.ask("MSG", "a", "hi")).isEqualTo("+Message posted to a thread");
                }
                assertThat(forum.connect().ask("AUTH", "yoda", "yoda")).isEqualTo("+OK");
            } finally {
                over.set(true); // before the threads are waited for, or a failure would not show
            }

            Set<String> answers = new TreeSet<>();
            for (Future<Set<String>> guesser : flood) {
                answers.addAll(guesser.get());
            }
            assertThat(answers).allMatch(a -> a.startsWith("-WRONGPASS ") || a.startsWith("-THROTTLED "));
            assertThat(forum.connect().ask("AUTH", "mike", "mike")).isEqualTo("+OK");
        }
    }

    private static Callable<Set<String>> guesser(RespClient client, String user, AtomicBoolean over) {
        return () -> {
            Set<String> answers = new TreeSet<>();
            try (client) {
                for (int i = 0; !over.get(); i++) {
                    answers.add(client.ask("AUTH", user, "guess-" + i));
                }
            }
            return answers;
        };
    }

    /** Connect whoever waits for a hundred hash runs of others as long as the test may last. */
    private static RespClient patient(ForumFixture forum) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), forum.port());
        RespClient client = RespClient.over(socket);
        socket.setSoTimeout(0);
        return client;
    }
}
