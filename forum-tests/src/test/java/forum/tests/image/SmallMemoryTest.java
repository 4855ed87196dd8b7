package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import forum.testkit.Timeouts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fill the memory of a server that has little: it refuses what would not fit, and lives. */
class SmallMemoryTest {

    /** Texts may take twice as much, outside the heap. */
    private static final Map<String, String> SMALL = Map.of("FORUM_JAVA_OPTS", "-Xmx48m");

    private static final String LONG_TEXT = "x".repeat(60_000);

    @TempDir
    private Path data;

    @Test
    void textsAreRefusedWhenTheirMemoryIsFull() throws Exception {
        try (ServerProcess server = start()) {
            RespClient mike = server.connect().login("mike");
            mike.ask("CRT", "a");
            int posted = fill(mike, 20, number -> mike.send("MSG", "a", LONG_TEXT));
            assertThat(posted).isGreaterThan(500);
            assertThat(mike.ask("RDT", "a", "-1", "-1")).contains(posted + " mike: " + LONG_TEXT);
            assertThat(mike.ask("DLT", "a", "1")).isEqualTo("+Message has been deleted");
            assertThat(mike.ask("RMV", "a")).isEqualTo("+The thread has been removed");
            requireGoodEnd(server);
        }
        try (ServerProcess server = start()) {
            RespClient mike = server.connect();
            assertThat(mike.ask("AUTH", "mike", "mike")).isEqualTo("+OK");
            mike.ask("CRT", "b");
            assertThat(mike.ask("MSG", "b", LONG_TEXT)).isEqualTo("+Message posted to b thread");
        }
    }

    @Test
    void deletedTextsMakeRoomForOthersAndForTheNextStart() throws Exception {
        List<String> left;
        try (ServerProcess server = start()) {
            RespClient mike = server.connect().login("mike");
            mike.ask("CRT", "a");
            int posted = fill(mike, 20, number -> mike.send("MSG", "a", LONG_TEXT));
            for (int number = posted; number > 0; number -= 2) {
                assertThat(mike.ask("DLT", "a", String.valueOf(number))).isEqualTo("+Message has been deleted");
            }
            awaitRoom(mike);
            fill(mike, 20, number -> mike.send("MSG", "a", LONG_TEXT));
            left = List.of(mike.ask("RDT", "a", "0", "0"), mike.ask("RDT", "a", "-1", "-1"));
            server.kill();
        }
        try (ServerProcess server = start()) {
            RespClient mike = server.connect();
            assertThat(mike.ask("AUTH", "mike", "mike")).isEqualTo("+OK");
            assertThat(List.of(mike.ask("RDT", "a", "0", "0"), mike.ask("RDT", "a", "-1", "-1")))
                    .isEqualTo(left);
        }
    }

    @Test
    void threadsAreRefusedWhenTheHeapIsFull() throws Exception {
        try (ServerProcess server = start()) {
            RespClient mike = server.connect().login("mike");
            int created = fill(mike, 500, number -> mike.send("CRT", "t" + number));
            assertThat(created).isGreaterThan(5_000);
            assertThat(mike.ask("MSG", "t0", "more")).startsWith("-FULL ");
            assertThat(mike.ask("RDT", "t0")).isEqualTo("[]");
            assertThat(mike.ask("RMV", "t1")).isEqualTo("+The thread has been removed");
            assertThat(mike.ask("MSG", "t0", "now")).isEqualTo("+Message posted to t0 thread");
            requireGoodEnd(server);
        }
        try (ServerProcess server = start()) {
            RespClient mike = server.connect();
            assertThat(mike.ask("AUTH", "mike", "mike")).isEqualTo("+OK");
            assertThat(mike.ask("RDT", "t0")).isEqualTo("[\"1 mike: now\"]");
        }
    }

    private ServerProcess start() throws InterruptedException {
        return ServerProcess.start(SMALL, data, "--quiet", "--threads-per-user", "1000000");
    }

    /** Send requests until one is refused; gives how many were done before. */
    private static int fill(RespClient client, int atOnce, IntConsumer request) {
        int done = 0;
        for (int sent = 0; ; ) {
            for (int i = 0; i < atOnce; i++) {
                request.accept(sent++);
            }
            boolean full = false;
            for (int i = 0; i < atOnce; i++) {
                String reply = client.reply();
                full |= !reply.startsWith("+");
                assertThat(reply).startsWith(full ? "-FULL " : "+");
                done += full ? 0 : 1;
            }
            if (full) {
                return done;
            }
        }
    }

    /** Texts are moved together soon; a question each time is pause enough. */
    private static void awaitRoom(RespClient client) {
        long deadline = System.nanoTime() + Timeouts.PATIENCE.toNanos();
        while (!client.ask("MSG", "a", LONG_TEXT).startsWith("+")) {
            assertThat(System.nanoTime()).as("no room though half is deleted").isLessThan(deadline);
        }
    }

    private static void requireGoodEnd(ServerProcess server) throws InterruptedException {
        server.terminate();
        assertThat(server.awaitEnd()).isEqualTo(143);
    }
}
