package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill the server as a power cut does: what was answered is there afterwards. */
class PowerCutTest {

    private static final int WRITERS = 8;
    private static final int ENOUGH = 400;

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

    @RepeatedTest(3)
    void nothingAnsweredIsLostInTheMiddleOfHeavyWriting() throws Exception {
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        try (ServerProcess server = ServerProcess.start(data, "--quiet")) {
            server.connect().login("mike").ask("CRT", "a");
            CountDownLatch enough = new CountDownLatch(ENOUGH);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                RespClient client = server.connect();
                assertThat(client.ask("AUTH", "mike", "mike")).isEqualTo("+OK");
                String name = "writer-" + i;
                writers.add(Thread.ofVirtual().start(() -> write(client, name, answered, enough)));
            }
            enough.await();
            server.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        try (ServerProcess server = ServerProcess.start(data, "--quiet")) {
            String all = server.connect().login("mike").ask("RDT", "a");
            assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH).allMatch(text -> all.contains(": " + text + "\""));
        }
    }

    private static void write(RespClient client, String name, Queue<String> answered, CountDownLatch enough) {
        for (int i = 0; ; i++) {
            String text = name + "-message-" + i;
            if (!client.ask("MSG", "a", text).equals("+Message posted to a thread")) {
                return;
            }
            answered.add(text);
            enough.countDown();
        }
    }
}
