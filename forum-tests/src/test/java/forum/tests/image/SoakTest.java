package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import forum.testkit.Timeouts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keep a server busy with people, bots and vandals who come and go, and see that it takes no more of its machine in the
 * end than it did once it was warm: for seconds, for an hour with {@code -Plong} or as many minutes as {@code -Dforum.soak.minutes}
 * says, then {@code -Dforum.soak.rounds} times a second (5; 0: as often as the machine can).
 */
class SoakTest {

    private static final boolean LONG = Boolean.getBoolean("forum.long");
    private static final Duration TIME =
            LONG ? Duration.ofMinutes(Integer.getInteger("forum.soak.minutes", 60)) : Duration.ofSeconds(6);
    private static final int WARM_ROUNDS = LONG ? 100 : 8;
    private static final Duration PACE = pace(Integer.getInteger("forum.soak.rounds", LONG ? 5 : 0));
    private static final int LOOKS = LONG ? 12 : 2;
    private static final int USERS = 12;
    private static final long MEGABYTE = 1 << 20;

    private static final List<String> VANDALISM = List.of(
            "GET / HTTP/1.1\r\nHost: forum\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
            "{\"type\":\"login-N\",\"username\":",
            "*-1\r\n*99999999\r\n",
            "*3\r\n$4\r\nAUTH\r\n$536870912\r\n",
            "*2\r\n$7\r\nLOGIN-N\r\n$3\r\n../\r\n",
            "AUTH bot0 bot0\r\n*3\r\n$3\r\nMSG\r\n$4\r\nhall\r\n$65536\r\nabc",
            "AUTH bot0 bot0\r\n*4\r\n$3\r\nUPD\r\n$4\r\nhall\r\n$1\r\nf\r\n$99999999\r\nabc",
            "AUTH bot0 bot0\r\nUPD hall f\r\nUPD nowhere f abc\r\nMSG hall \u0007\r\nRMV hall\r\n",
            "AUTH bot0 bot0\r\nPSUBSCRIBE *\r\nLST\r\n\r\n\r\n$",
            "AUTH bot0 bot0\r\n" + "RDT hall\r\n".repeat(100));

    @TempDir
    private Path folder;

    @Test
    void itTakesNoMoreInTheEndThanWhenItWasWarm() throws Exception {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        System.out.println("forum.seed=" + seed);
        Random random = new Random(seed);
        try (ServerProcess server = ServerProcess.start(
                        folder.resolve("data"), "--quiet", "--auth-per-user", "0", "--accounts-per-hour", "0");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RespClient host = server.connect().login("host");
            host.ask("CRT", "hall");
            for (int i = 0; i < USERS; i++) {
                server.connect().login("bot" + i).ask("XIT");
            }
            long files = Footprint.files(server);
            int rounds = 0;
            for (; rounds < WARM_ROUNDS; rounds++) {
                round(server, host, threads, random);
            }
            awaitLeavings(server, host, files);
            Footprint warm = Footprint.of(server);
            System.out.println("Warm after " + rounds + " rounds: " + warm);
            Footprint end = warm;
            for (int look = 1; look <= LOOKS; look++) {
                long begin = System.nanoTime();
                while (System.nanoTime() - begin < TIME.dividedBy(LOOKS).toNanos()) {
                    long next = System.nanoTime() + PACE.toNanos();
                    round(server, host, threads, random);
                    rounds++;
                    // the pace of an hour's soak, not a wait for something: others use the machine, too
                    Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                }
                awaitLeavings(server, host, files);
                end = Footprint.of(server);
                System.out.println("After " + rounds + " rounds of " + 3 * USERS + " clients: " + end);
            }
            assertThat(end.heap()).isLessThan(warm.heap() + 8 * MEGABYTE);
            assertThat(end.resident()).isLessThan(warm.resident() + 96 * MEGABYTE);
            assertThat(end.threads()).isLessThan(warm.threads() + 8);
            assertThat(host.ask("LST")).isEqualTo("[\"hall\"]");
        }
    }

    private static Duration pace(int roundsASecond) {
        return roundsASecond == 0 ? Duration.ZERO : Duration.ofSeconds(1).dividedBy(roundsASecond);
    }

    /** Let everybody do something, wait until all have, and take away what those left behind who went without a word. */
    private static void round(ServerProcess server, RespClient host, ExecutorService threads, Random random)
            throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            int number = i;
            long seed = random.nextLong();
            all.add(threads.submit(() -> person(server, "user" + number)));
            all.add(threads.submit(() -> bot(server, "bot" + number)));
            all.add(threads.submit(() -> vandal(server, new Random(seed))));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(host.ask("RMV", "hall")).isEqualTo("+The thread has been removed");
        assertThat(host.ask("CRT", "hall")).isEqualTo("+Thread hall created");
    }

    /** Come as a person, make a thread, use it, and take it away again. */
    private static void person(ServerProcess server, String name) {
        try (RespClient client = RespClient.connect(server.port())) {
            client.login(name);
            assertThat(client.ask("CRT", name)).isEqualTo("+Thread " + name + " created");
            for (int i = 0; i < 20; i++) {
                client.send("MSG", name, "message " + i);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(client.reply()).isEqualTo("+Message posted to " + name + " thread");
            }
            assertThat(client.ask("EDT", name, "1", "edited")).isEqualTo("+Message has been edited");
            assertThat(client.ask("DLT", name, "2")).isEqualTo("+Message has been deleted");
            assertThat(client.ask("RDT", name, "0", "0")).isEqualTo("[\"1 " + name + ": edited\"]");
            String file = name.repeat(10_000);
            assertThat(client.ask("UPD", name, "f", file)).startsWith("+" + name + " uploaded");
            assertThat(client.ask("DWN", name, "f")).isEqualTo("\"" + file + "\"");
            assertThat(client.ask("RMV", name)).isEqualTo("+The thread has been removed");
            assertThat(client.ask("XIT")).isEqualTo("+Goodbye");
        }
    }

    /** Come as a program, listen, hear oneself, and go without a word. */
    private static void bot(ServerProcess server, String name) {
        try (RespClient client = RespClient.connect(server.port())) {
            assertThat(client.ask("HELLO", "3", "AUTH", name, name)).startsWith("{");
            assertThat(client.ask("PSUBSCRIBE", "thread:hall")).startsWith(">");
            client.send("MSG", "hall", name);
            String said = client.reply();
            while (!said.startsWith("+")) {
                said = client.reply();
            }
            client.send("DLT", "hall", "1");
            client.cut();
        }
    }

    /** Do harm, and perhaps see what comes of it. */
    private static void vandal(ServerProcess server, Random random) {
        try (RespClient client = RespClient.connect(server.port())) {
            client.sendRaw(VANDALISM.get(random.nextInt(VANDALISM.size())).getBytes(StandardCharsets.ISO_8859_1));
            int manners = random.nextInt(3);
            if (manners == 0) {
                client.cut();
            } else if (manners == 1) {
                client.stopSending();
            }
        }
    }

    /** Wait until the connections of all who have left are closed; a question each time is pause enough. */
    private static void awaitLeavings(ServerProcess server, RespClient host, long files) throws Exception {
        long deadline = System.nanoTime() + Timeouts.PATIENCE.toNanos();
        while (Footprint.files(server) > files + 4) {
            assertThat(host.ask("PING")).isEqualTo("+PONG");
            assertThat(System.nanoTime()).as("connections stay open").isLessThan(deadline);
        }
    }
}
