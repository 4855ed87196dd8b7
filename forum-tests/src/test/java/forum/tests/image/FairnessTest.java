package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever asks and reads without end gets a turn among others, no more: while one question of a neighbour is answered,
 * each of the crowd gets so much, and not what fits into seconds.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FairnessTest {

    private static final int CROWD = 20;
    private static final int ROUNDS = 20;
    private static final String TEXT = "x".repeat(50_000);
    private static final int MESSAGES = 40;

    /** With more carriers of virtual threads than one, chance helps those who wait. */
    private static final Map<String, String> ONE_CARRIER =
            Map.of("FORUM_JAVA_OPTS", "-Djdk.virtualThreadScheduler.parallelism=1");

    private final List<Glutton> crowd = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Something that a neighbour wants, and how many megabytes each of the crowd may get meanwhile: ten times what is usual. */
    private record Wish(String name, int most, Runnable done) {}

    @AfterEach
    void sendTheCrowdHome() {
        crowd.forEach(Glutton::close);
    }

    @Test
    void whoReadsLongPagesWithoutEndGetsTurnsAmongOthers() throws Exception {
        neighboursHaveTheirTurnsBeside("RDT long");
    }

    @Test
    void whoReadsShortPagesWithoutEndGetsTurnsAmongOthers() throws Exception {
        neighboursHaveTheirTurnsBeside("RDT long 0 0");
    }

    private void neighboursHaveTheirTurnsBeside(String question) throws Exception {
        try (ServerProcess server = ServerProcess.start(
                ONE_CARRIER, folder.resolve("data"), "--quiet", "--auth-per-user", "0", "--accounts-per-hour", "0")) {
            RespClient mike = server.connect().login("mike");
            fill(mike);
            for (int i = 0; i < CROWD; i++) {
                crowd.add(Glutton.of(server.port(), "mike", question));
            }
            RespClient yoda = server.connect().login("yoda");
            yoda.ask("SUBSCRIBE", "thread:short");
            while (crowd.stream().anyMatch(glutton -> glutton.bytes() < TEXT.length())) {
                assertThat(mike.ask("PING")).isEqualTo("+PONG");
            }
            for (int round = 0; round < ROUNDS; round++) {
                String newcomer = "newcomer" + round;
                for (Wish wish : List.of(
                        new Wish("a word", 150, () -> mike.asks("PING").isAnswered("+PONG")),
                        new Wish("news of a post", 150, () -> {
                            mike.asks("MSG", "short", "hi").isAnswered("+Message posted to short thread");
                            assertThat(yoda.reply()).contains("\"event\":\"posted\"");
                        }),
                        new Wish(
                                "a login",
                                600,
                                () -> server.connect().login(newcomer).ask("XIT")))) {
                    assertThat(megabytesOfOneMeanwhile(wish))
                            .as("%s of round %s beside %s", wish.name(), round, question)
                            .isLessThan(wish.most());
                }
            }
        }
    }

    private static void fill(RespClient mike) {
        mike.ask("CRT", "short");
        mike.ask("CRT", "long");
        for (int i = 0; i < MESSAGES; i++) {
            mike.ask("MSG", "long", TEXT);
        }
    }

    /** Tell what that one of the crowd has got who got most. */
    private long megabytesOfOneMeanwhile(Wish wish) {
        List<Long> before = crowd.stream().map(Glutton::bytes).toList();
        wish.done().run();
        long most = 0;
        for (int i = 0; i < CROWD; i++) {
            most = Math.max(most, crowd.get(i).bytes() - before.get(i));
        }
        return most / 1_000_000;
    }
}
