package forum.tests.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import forum.server.Limits;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.Timeouts;
import forum.testkit.storage.MemoryStorageProvider;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many come who only want to be in the way; whoever has something to say is not kept from it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrowdTest {

    private static final Limits UNLIMITED = Limits.DEFAULT
            .withConnections(0, 0)
            .withStrangers(0)
            .withRequests(0, 0)
            .onLoopbackToo();

    private final List<Socket> crowd = new ArrayList<>();

    @AfterEach
    void sendTheCrowdHome() throws Exception {
        for (Socket socket : crowd) {
            socket.close();
        }
    }

    private static ForumFixture forum(Limits limits) {
        return ForumFixture.start(
                new MemoryStorageProvider(),
                c -> c.withNetwork(network -> network.with(limits)).withAccess(access -> access.withAuthPerUser(0)));
    }

    private void come(ForumFixture forum, int count, String words) throws Exception {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), forum.port());
            socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
            crowd.add(socket);
        }
    }

    @Test
    void aThousandSilentStrangersKeepNobodyOut() throws Exception {
        Limits limits = UNLIMITED.withStrangers(500);
        try (ForumFixture forum = forum(limits)) {
            RespClient before = forum.login("mike");
            come(forum, 500, "");
            come(forum, 500, "*3\r\n$4\r\nAU");
            RespClient after = forum.login("yoda");
            assertThat(after.ask("CRT", "a")).isEqualTo("+Thread a created");
            assertThat(before.ask("MSG", "a", "hi")).isEqualTo("+Message posted to a thread");
            assertThat(crowd.getFirst().getInputStream().read())
                    .as("the first had to leave")
                    .isEqualTo(-1);
        }
    }

    @RepeatedTest(20)
    void whoeverHasLoggedInIsNoStrangerAndBecomesOneAgainByReset() throws Exception {
        Limits limits = UNLIMITED.withStrangers(2);
        try (ForumFixture forum = forum(limits)) {
            RespClient mike = forum.login("mike");
            come(forum, 5, "PING\r\n");
            assertThat(crowd.getLast().getInputStream().readNBytes(7))
                    .as("all have come")
                    .asString()
                    .isEqualTo("+PONG\r\n");
            assertThat(mike.ask("LST")).isEqualTo("[]");
            assertThat(mike.ask("RESET")).isEqualTo("+RESET");
            assertThat(mike.ask("PING")).isEqualTo("+PONG");
            come(forum, 2, "PING\r\n");
            assertThat(mike.reply()).isEqualTo(RespClient.END);
        }
    }

    @Test
    void aStrangerMayNotStayForLong() throws Exception {
        Limits limits = UNLIMITED.withDeadlines(d -> d.withLogin(Duration.ofMillis(50)));
        try (ForumFixture forum = forum(limits)) {
            come(forum, 1, "");
            assertThat(crowd.getFirst().getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whoeverIsSilentForTooLongIsCutOff() {
        Limits limits = UNLIMITED.withDeadlines(d -> d.withIdle(Duration.ofMillis(50)));
        try (ForumFixture forum = forum(limits)) {
            assertThat(forum.connect().reply()).isEqualTo(RespClient.END);
        }
    }

    @Test
    void thereIsRoomForSoManyAndAgainWhenOneHasGone() throws Exception {
        Limits limits = UNLIMITED.withConnections(3, 0);
        try (ForumFixture forum = forum(limits)) {
            RespClient mike = forum.login("mike");
            come(forum, 2, "");
            assertThat(forum.connect().ask("PING")).isEqualTo(RespClient.END);
            crowd.getFirst().close();
            String answer = RespClient.END;
            while (answer.equals(RespClient.END)) {
                RespClient again = forum.connect();
                answer = again.ask("PING");
            }
            assertThat(answer).isEqualTo("+PONG");
            assertThat(mike.ask("LST")).isEqualTo("[]");
        }
    }

    @Test
    void oneAddressHasItsShare() throws Exception {
        Limits limits = UNLIMITED.withConnections(0, 2);
        try (ForumFixture forum = forum(limits)) {
            come(forum, 2, "");
            assertThat(forum.connect().ask("PING")).isEqualTo(RespClient.END);
            forum.log().await(0, line -> line.startsWith("Connections are closed because"), "the reason");
        }
    }

    @Test
    void whoAsksTooFastIsToldAndNobodyElseSuffers() {
        Limits limits = UNLIMITED.withRequests(1, 5);
        try (ForumFixture forum = forum(limits)) {
            RespClient mike = forum.login("mike");
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                mike.send("LST");
            }
            for (int i = 0; i < 50; i++) {
                answers.add(mike.reply());
            }
            assertThat(answers).startsWith("[]", "[]", "[]", "[]", "[]");
            assertThat(answers).contains("-THROTTLED Too many requests: 1 a second, 5 at once");
            assertThat(forum.login("yoda").ask("LST")).isEqualTo("[]");
        }
    }

    @Test
    void strangersAreToldTooAndWhoIsLoggedInDoesNotSuffer() {
        Limits limits = UNLIMITED.withRequests(1, 5);
        try (ForumFixture forum = forum(limits)) {
            RespClient mike = forum.login("mike");
            RespClient stranger = forum.connect();
            for (int i = 0; i < 50; i++) {
                stranger.send("COMMAND", "COUNT");
            }
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(stranger.reply());
            }
            assertThat(answers).contains("-THROTTLED Too many requests: 1 a second, 5 at once");
            assertThat(mike.ask("LST")).isEqualTo("[]");
        }
    }

    @Test
    void hundredsOfClaimsOfHalfAGigabyteCostNothing() throws Exception {
        try (ForumFixture forum = forum(UNLIMITED)) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "a");
            System.gc();
            long before = used();
            come(forum, 300, "*2\r\n$536870912\r\n");
            come(
                    forum,
                    300,
                    "*3\r\n$4\r\nAUTH\r\n$4\r\nmike\r\n$4\r\nmike\r\n*3\r\n$3\r\nMSG\r\n$1\r\na\r\n$536870912\r\nabc");
            come(
                    forum,
                    300,
                    "*3\r\n$4\r\nAUTH\r\n$4\r\nmike\r\n$4\r\nmike\r\n*4\r\n$3\r\nUPD\r\n$1\r\na\r\n$1\r\nf\r\n$536870912\r\nabc");
            come(forum, 300, "*1000000000\r\n");
            for (Socket socket : crowd.subList(300, 900)) {
                byte[] ok = socket.getInputStream().readNBytes(5);
                assertThat(ok).asString().isEqualTo("+OK\r\n");
            }
            assertThat(mike.ask("MSG", "a", "still here")).isEqualTo("+Message posted to a thread");
            System.gc();
            assertThat(used() - before).isLessThan(64L << 20);
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whoBreaksOffLeavesNothingOpen() {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (ForumFixture forum = forum(UNLIMITED)) {
            RespClient mike = forum.login("mike");
            long before = system.getOpenFileDescriptorCount();
            for (int i = 0; i < 200; i++) {
                RespClient vandal = forum.connect();
                vandal.sendRaw(
                        i % 2 == 0 ? "AUTH mi".getBytes(US_ASCII) : "AUTH mike mike\r\nLST\r\n".getBytes(US_ASCII));
                vandal.cut();
            }
            long deadline = System.nanoTime() + Timeouts.PATIENCE.toNanos();
            while (system.getOpenFileDescriptorCount() > before + 20) {
                assertThat(mike.ask("PING")).isEqualTo("+PONG");
                assertThat(System.nanoTime()).as("sockets stay open").isLessThan(deadline);
            }
        }
    }

    @Test
    void browsersAreHungUpOnWhateverTheyAskFor() throws Exception {
        try (ForumFixture forum = forum(UNLIMITED)) {
            for (String verb : List.of(
                    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PRI", "get")) {
                come(forum, 1, verb + " / HTTP/1.1\r\nHost: x\r\n\r\nLOGIN-N mike\r\n");
                assertThat(crowd.getLast().getInputStream().readAllBytes())
                        .as(verb)
                        .isEmpty();
            }
        }
    }

    @Test
    void nobodyTouchesAnotherUsersMessageHoweverTheyRace() throws Exception {
        int rounds = 200;
        try (ForumFixture forum = forum(UNLIMITED);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RespClient mike = forum.login("mike");
            RespClient yoda = forum.login("yoda");
            mike.ask("CRT", "a");
            for (int round = 0; round < rounds; round++) {
                mike.ask("MSG", "a", "mike's first");
                mike.ask("MSG", "a", "mike's second");
                yoda.ask("MSG", "a", "yoda's");
                Future<String> deleted = threads.submit(asking(mike, "DLT", "a", "1"));
                Future<String> edited = threads.submit(asking(yoda, "EDT", "a", "2", "yoda was here"));
                assertThat(deleted.get()).isEqualTo("+Message has been deleted");
                boolean done = edited.get().equals("+Message has been edited");
                assertThat(mike.ask("RDT", "a"))
                        .isEqualTo(
                                "[\"1 mike: mike's second\", \"2 yoda: " + (done ? "yoda was here" : "yoda's") + "\"]");
                mike.ask("DLT", "a", "1");
                yoda.ask("DLT", "a", "1");
            }
        }
    }

    private static Callable<String> asking(RespClient client, String... words) {
        return () -> client.ask(words);
    }
}
