package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever asks and reads, or comes, without end gets a turn among others, no more: while one question of a neighbour is
 * answered, each of the crowd gets so much, and not what fits into seconds.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FairnessTest {

    private static final int CROWD = 20;
    private static final int ROUNDS = 10;
    private static final String TEXT = "x".repeat(50_000);
    private static final int MESSAGES = 40;

    /**
     * What one of the crowd may have while a neighbour waits for an answer. That takes a moment, and longer where others use the
     * processors and the disk; what fits into several seconds was had where the neighbour got no turn.
     */
    private static final long MOST_BYTES = 150_000_000;

    private static final long MOST_VISITS = 3_000;
    private static final long MOST_HANDSHAKES = 600;

    /** With more carriers of virtual threads than one, chance helps those who wait. */
    private static final Map<String, String> ONE_CARRIER =
            Map.of("FORUM_JAVA_OPTS", "-Djdk.virtualThreadScheduler.parallelism=1");

    private final List<Pest> crowd = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Something that a neighbour wants, and how many shares of it each of the crowd may have meanwhile. */
    private record Wish(String name, int shares, Runnable done) {}

    @AfterEach
    void sendTheCrowdHome() {
        crowd.forEach(Pest::close);
    }

    @Test
    void whoReadsLongPagesWithoutEndGetsTurnsAmongOthers() throws Exception {
        neighboursHaveTheirTurnsBeside(port -> Glutton.of(port, "mike", "RDT long"), MOST_BYTES);
    }

    @Test
    void whoReadsShortPagesWithoutEndGetsTurnsAmongOthers() throws Exception {
        neighboursHaveTheirTurnsBeside(port -> Glutton.of(port, "mike", "RDT long 0 0"), MOST_BYTES);
    }

    @Test
    void whoComesAgainAndAgainGetsTurnsAmongOthers() throws Exception {
        neighboursHaveTheirTurnsBeside(Comer::asking, MOST_VISITS);
    }

    @Test
    void whoBeginsHandshakesAgainAndAgainGetsTurnsAmongOthers() throws Exception {
        neighboursHaveTheirTurnsBeside(Comer::shakingHands, MOST_HANDSHAKES);
    }

    private void neighboursHaveTheirTurnsBeside(IntFunction<Pest> pest, long share) throws Exception {
        try (ServerProcess server = ServerProcess.start(
                ONE_CARRIER,
                folder.resolve("data"),
                "--quiet",
                "--tls",
                "auto",
                "--auth-per-user",
                "0",
                "--accounts-per-hour",
                "0")) {
            RespClient mike = server.connect().login("mike");
            RespClient yoda = server.connect().login("yoda");
            fill(mike);
            yoda.ask("SUBSCRIBE", "thread:short");
            for (int i = 0; i < CROWD; i++) {
                crowd.add(pest.apply(server.port()));
            }
            eachOfTheCrowdGetsMore();
            for (int round = 0; round < ROUNDS; round++) {
                String newcomer = "newcomer" + round;
                for (Wish wish : List.of(
                        new Wish("a word", 1, () -> mike.asks("PING").isAnswered("+PONG")),
                        new Wish("news of a post", 1, () -> {
                            mike.asks("MSG", "short", "hi").isAnswered("+Message posted to short thread");
                            assertThat(yoda.reply()).contains("\"event\":\"posted\"");
                        }),
                        new Wish(
                                "a login",
                                4,
                                () -> server.connect().login(newcomer).ask("XIT")))) {
                    assertThat(mostMeanwhile(wish))
                            .as("%s of round %s", wish.name(), round)
                            .isLessThan(wish.shares() * share);
                }
            }
            eachOfTheCrowdGetsMore();
        }
    }

    /** Wait until each has got something, and so is there. */
    private void eachOfTheCrowdGetsMore() {
        for (Pest one : crowd) {
            long before = one.had();
            while (one.had() == before) {
                Thread.onSpinWait();
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
    private long mostMeanwhile(Wish wish) {
        List<Long> before = crowd.stream().map(Pest::had).toList();
        wish.done().run();
        long most = 0;
        for (int i = 0; i < CROWD; i++) {
            most = Math.max(most, crowd.get(i).had() - before.get(i));
        }
        return most;
    }
}
