package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill the server as a power cut does: what was answered is there afterwards. */
class PowerCutTest {

    private static final int WRITERS = 8;
    private static final int ENOUGH = 200;

    /** Five in every build; hundreds with {@code mvn verify -Plong}. */
    private static final int ROUNDS = Boolean.getBoolean("forum.long") ? 300 : 5;

    @TempDir
    private Path data;

    @Test
    void everythingAnsweredIsThereAfterwards() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            RespClient mike = server.connect().login("mike");
            RespClient yoda = server.connect().login("yoda");
            mike.ask("CRT", "a");
            mike.ask("CRT", "b");
            mike.ask("MSG", "a", "one");
            yoda.ask("MSG", "a", "two");
            mike.ask("MSG", "a", "three");
            yoda.ask("UPD", "a", "test.exe", "MZ\u0000");
            mike.ask("EDT", "a", "3", "drei");
            mike.ask("DLT", "a", "1");
            assertThat(mike.ask("RMV", "b")).isEqualTo("+The thread has been removed");
            server.kill();
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            RespClient mike = server.connect();
            assertThat(mike.ask("LOGIN-N", "mike")).isEqualTo("+PWD");
            assertThat(mike.ask("LOGIN-P", "mike")).isEqualTo("+Y");
            assertThat(mike.ask("LST")).isEqualTo("[\"a\"]");
            assertThat(mike.ask("RDT", "a"))
                    .isEqualTo("[\"1 yoda: two\", \"2 mike: drei\", \"yoda uploaded test.exe\"]");
            assertThat(mike.ask("DWN", "a", "test.exe")).isEqualTo("\"MZ\\x00\"");
            assertThat(mike.ask("DLT", "a", "1")).startsWith("-NOTOWNER");
        }
    }

    /** Kill it again and again, each time with what was there before. */
    @Test
    void everyAnsweredPostIsThereOnceAndInOrderAfterEachKill() throws Exception {
        Ledger ledger = new Ledger(WRITERS);
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.start(data, "--quiet")) {
                server.connect().login("mike").ask("CRT", "a");
                ledger.compare(read(server));
                writeUntilKilled(server, ledger);
            }
        }
        try (ServerProcess server = ServerProcess.start(data, "--quiet")) {
            ledger.compare(read(server));
        }
    }

    private static void writeUntilKilled(ServerProcess server, Ledger ledger) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            RespClient client = server.connect();
            assertThat(client.ask("AUTH", "mike", "mike")).isEqualTo("+OK");
            writers.add(Thread.ofVirtual().start(() -> write(client, number, ledger, enough)));
        }
        enough.await();
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** Post, and now and then what is refused, until the connection breaks. */
    private static void write(RespClient client, int writer, Ledger ledger, CountDownLatch enough) {
        while (true) {
            if (client.ask("MSG", "a", "refused\u0007").startsWith("-BADTEXT")) {
                String text = ledger.next(writer);
                if (!client.ask("MSG", "a", text).equals("+Message posted to a thread")) {
                    return;
                }
                ledger.answered(writer);
                enough.countDown();
            } else {
                return;
            }
        }
    }

    private static List<String> read(ServerProcess server) {
        RespClient reader = server.connect();
        assertThat(reader.ask("AUTH", "mike", "mike")).isEqualTo("+OK");
        String all = reader.ask("RDT", "a");
        return all.equals("[]")
                ? List.of()
                : List.of(all.substring(2, all.length() - 2).split("\", \""));
    }
}
