package forum.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forum's first client finds everything as it was (docs/protocol.md, The seed's JSON messages). */
class JsonDoorTest {

    private final ForumFixture forum = ForumFixture.start(new MemoryStorageProvider());

    @AfterEach
    void stop() {
        forum.close();
    }

    @Test
    void aNewUserDoesEverything() throws Exception {
        try (SeedClient yoda = SeedClient.connect(forum.port())) {
            assertThat(yoda.ask("{\"type\":\"login-N\",\"username\":\"yoda\"}")).isEqualTo("NUyoda");
            assertThat(yoda.ask("{\"type\":\"login-NP\",\"password\":\"wise@!man\"}"))
                    .isEqualTo("YN");
            yoda.send("{\"type\":\"login-S\",\"status\":\"yoda successfully logged in\"}");
            assertThat(yoda.ask("{\"type\":\"LST\"}")).isEqualTo("{}");
            assertThat(yoda.ask("{\"type\":\"CRT\",\"name\":\"9331\"}")).isEqualTo("Thread 9331 created");
            assertThat(yoda.ask("{\"type\":\"CRT\",\"name\":\"9331\"}")).isEqualTo("Thread 9331 exists");
            assertThat(yoda.ask("{\"type\":\"LST\"}")).isEqualTo("{\"9331\":null}");
            assertThat(yoda.ask("{\"type\":\"RDT\",\"thread\":\"9331\"}")).isEqualTo("[\"yoda\"]");
            assertThat(yoda.ask("{\"type\":\"MSG\",\"thread\":\"9331\",\"message\":\"Networks is awesome\"}"))
                    .isEqualTo("Message posted to 9331 thread");
            assertThat(yoda.ask("{\"type\":\"MSG\",\"thread\":\"9331\",\"message\":\"Yes it \\u00e4s\\nindeed\"}"))
                    .isEqualTo("Message posted to 9331 thread");
            assertThat(yoda.ask("{\"type\":\"RDT\",\"thread\":\"9331\"}"))
                    .isEqualTo("[\"yoda\",\"1 yoda: Networks is awesome\",\"2 yoda: Yes it \\u00E4s\\n  indeed\"]");
            assertThat(
                            yoda.ask(
                                    "{\"type\":\"EDT\",\"thread\":\"9331\",\"message_number\":\"2\",\"message\":\"Yes it is\"}"))
                    .isEqualTo("Message has been edited");
            assertThat(yoda.ask("{\"type\":\"DLT\",\"thread\":\"9331\",\"message_number\":1}"))
                    .isEqualTo("Message has been deleted");
            assertThat(yoda.upload("9331", "yoda", "test.exe", new byte[] {1, 2, 3}))
                    .isEqualTo("yoda uploaded file test.exe to 9331 thread");
            assertThat(yoda.ask("{\"type\":\"RDT\",\"thread\":\"9331\"}"))
                    .isEqualTo("[\"yoda\",\"1 yoda: Yes it is\",\"yoda uploaded test.exe\"]");
            assertThat(yoda.ask("{\"type\":\"RMV\",\"thread\":\"9331\"}")).isEqualTo("The thread has been removed");
            assertThat(yoda.ask("{\"type\":\"SHT\",\"AdmPassword\":\"guess\"}")).isEqualTo("Incorrect password");
            assertThat(yoda.ask("{\"type\":\"XIT\"}")).isEqualTo("Goodbye");
            assertThat(yoda.read()).isEmpty();
        }
        int place = 0;
        for (String line :
                List.of("yoda successfully logged in", "yoda issued CRT command", "Thread 9331 read", "yoda exited")) {
            place = forum.log().await(place, line::equals, line);
        }
    }

    @Test
    void aKnownUserIsRefusedAsEverybodyIs() throws IOException {
        forum.login("mike").ask("CRT", "a");
        try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda");
                SeedClient again = SeedClient.connect(forum.port())) {
            assertThat(again.ask("{\"type\":\"login-N\",\"username\":\"yoda\"}"))
                    .isEqualTo("LD");
            assertThat(again.ask("{\"type\":\"LST\"}")).isEqualTo("Please log in first");
            assertThat(again.ask("{\"type\":\"RDT\",\"thread\":\"a\"}")).isEqualTo("Please log in first");
            assertThat(yoda.ask("{\"type\":\"XIT\"}")).isEqualTo("Goodbye");
            while (again.ask("{\"type\":\"login-N\",\"username\":\"yoda\"}").equals("LD")) {
                Thread.onSpinWait();
            }
            assertThat(again.ask("{\"type\":\"login-P\",\"password\":\"wrong\"}"))
                    .isEqualTo("N");
            again.login("yoda");
            assertThat(again.ask("{\"type\":\"RMV\",\"thread\":\"a\"}"))
                    .isEqualTo("The thread was created by another user and cannot be removed");
            assertThat(again.ask("{\"type\":\"RDT\",\"thread\":\"b\"}")).isEqualTo("Thread b not exists");
            assertThat(again.ask("{\"type\":\"MSG\",\"thread\":\"b\",\"message\":\"hi\"}"))
                    .isEqualTo("Thread b not exists");
            assertThat(again.ask("{\"type\":\"DLT\",\"thread\":\"a\",\"message_number\":1.0}"))
                    .isEqualTo("Invalid message number");
            assertThat(again.upload("b", "yoda", "f", new byte[1])).isEqualTo("Thread b not exists");
            assertThat(again.upload("a", "yoda", "f", new byte[1])).isEqualTo("yoda uploaded file f to a thread");
            assertThat(again.upload("a", "mike", "f", new byte[1])).isEqualTo("f already exist in Thread a");
            assertThat(again.askForFile("a", "g")).isEqualTo("File does not exist in Thread a");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1024, 1025, 5_000_000})
    void filesTravelWhole(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            yoda.ask("{\"type\":\"CRT\",\"name\":\"a\"}");
            assertThat(yoda.upload("a", "yoda", "f.bin", content)).isEqualTo("yoda uploaded file f.bin to a thread");
            assertThat(yoda.askForFile("a", "f.bin")).isEqualTo("{\"filesize\":" + size + "}");
            assertThat(yoda.read()).isEqualTo("starting");
            assertThat(yoda.readBytes(size)).isEqualTo(content);
            assertThat(yoda.read()).isEqualTo("f.bin successfully downloaded");
            assertThat(yoda.ask("{\"type\":\"LST\"}")).isEqualTo("{\"a\":null}");
        }
    }

    @Test
    void objectsMayComeInAnyPieces() throws IOException {
        String visit = "{\"type\":\"login-N\",\"username\":\"yoda\"}{\"type\":\"login-NP\",\"password\":\"x\"}"
                + "  {\"type\":\"CRT\",\"name\":\"a\"}\n{\"type\":\"UPD\",\"thread\":\"a\"}"
                + "{\"type\":\"UPD\",\"username\":\"yoda\",\"filename\":\"f\",\"filesize\":4}{}{}"
                + "{\"type\":\"XIT\"}";
        try (SeedClient whole = SeedClient.connect(forum.port())) {
            whole.send(visit);
            assertThat(whole.readToEnd())
                    .isEqualTo("NUyodaYNThread a created{OK{OKyoda uploaded file f to a threadGoodbye");
        }
        try (SeedClient pieces = SeedClient.connect(forum.port())) {
            for (byte one : visit.getBytes(StandardCharsets.UTF_8)) {
                pieces.send(new byte[] {one});
            }
            assertThat(pieces.readToEnd()).startsWith("PWD").endsWith("Goodbye");
        }
    }

    @Test
    void longAnswersAreSentWhole() throws IOException {
        RespClient mike = forum.login("mike");
        mike.ask("CRT", "a");
        StringBuilder expected = new StringBuilder("[\"mike\"");
        for (int i = 1; i <= 300; i++) {
            mike.ask("MSG", "a", "x".repeat(100));
            expected.append(",\"")
                    .append(i)
                    .append(" mike: ")
                    .append("x".repeat(100))
                    .append('"');
        }
        try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            yoda.send("{\"type\":\"RDT\",\"thread\":\"a\"}");
            assertThat(yoda.readToEnd()).isEqualTo(expected.append("]").toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yoda", "yoda!@#$%.?", "9331", "#1", "%s%d", "?", "..."})
    void theNamesOfTheFirstForumWork(String name) throws IOException {
        try (SeedClient yoda = SeedClient.connect(forum.port()).login(name)) {
            assertThat(yoda.ask("{\"type\":\"CRT\",\"name\":\"%s\"}".formatted(name)))
                    .isEqualTo("Thread %s created".formatted(name));
            assertThat(yoda.ask("{\"type\":\"MSG\",\"thread\":\"%s\",\"message\":\"hi\"}".formatted(name)))
                    .isEqualTo("Message posted to %s thread".formatted(name));
            assertThat(yoda.upload(name, name, name, new byte[] {7}))
                    .isEqualTo("%1$s uploaded file %1$s to %1$s thread".formatted(name));
            assertThat(yoda.ask("{\"type\":\"RDT\",\"thread\":\"%s\"}".formatted(name)))
                    .isEqualTo("[\"%1$s\",\"1 %1$s: hi\",\"%1$s uploaded %1$s\"]".formatted(name));
        }
    }

    @Test
    void theDoorMayBeClosed() throws IOException {
        try (ForumFixture closed = ForumFixture.start(
                        new MemoryStorageProvider(),
                        config -> config.withAccess(access -> access.withoutDoors(Set.of("json"))));
                SeedClient yoda = SeedClient.connect(closed.port())) {
            yoda.send("{\"type\":\"login-N\",\"username\":\"yoda\"}");
            assertThat(yoda.readToEnd()).isEmpty();
        }
    }

    @Test
    void oldAndNewClientsShareAThread() throws Exception {
        int posts = 50;
        forum.login("owner").ask("CRT", "a");
        try (ExecutorService users = Executors.newCachedThreadPool()) {
            List<Future<?>> done = new ArrayList<>();
            for (String user : List.of("han", "leia")) {
                done.add(users.submit(() -> {
                    try (SeedClient client = SeedClient.connect(forum.port()).login(user)) {
                        for (int i = 0; i < posts; i++) {
                            assertThat(client.ask(
                                            "{\"type\":\"MSG\",\"thread\":\"a\",\"message\":\"%d\"}".formatted(i)))
                                    .isEqualTo("Message posted to a thread");
                        }
                        return null;
                    }
                }));
            }
            for (String user : List.of("luke", "obi")) {
                done.add(users.submit(() -> {
                    RespClient client = RespClient.connect(forum.port()).login(user);
                    for (int i = 0; i < posts; i++) {
                        assertThat(client.ask("MSG", "a", "" + i)).isEqualTo("+Message posted to a thread");
                    }
                    client.close();
                    return null;
                }));
            }
            for (Future<?> user : done) {
                user.get();
            }
        }
        try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            yoda.send("{\"type\":\"RDT\",\"thread\":\"a\"}");
            String thread = yoda.readToEnd();
            for (String user : List.of("han", "leia", "luke", "obi")) {
                List<String> numbers = new ArrayList<>();
                for (String entry : thread.split("\",\"")) {
                    if (entry.contains(" " + user + ": ")) {
                        numbers.add(entry.replaceAll("^.*: |\"]$", ""));
                    }
                }
                assertThat(numbers)
                        .isEqualTo(IntStream.range(0, posts)
                                .mapToObj(Integer::toString)
                                .toList());
            }
        }
    }
}
