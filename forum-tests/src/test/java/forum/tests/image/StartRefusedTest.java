package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator does wrong is said in one clear sentence, with an exit status and without a stack trace. */
class StartRefusedTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "x letmein",
                "-1 letmein",
                "65536 letmein",
                "--bogus 0 letmein",
                "0 letmein more",
                "--sessions-per-user x 0 letmein",
                "--sessions-per-user -1 0 letmein",
                "--auth-per-user -1 0 letmein",
                "--storage nosuch 0 letmein",
                "--bind 999.1.2.3 0 letmein",
                "--bind= 0 letmein",
                "--data= 0 letmein",
                "--plugins nosuch 0 letmein",
                "--plugins= 0 letmein",
                "--admin-password-file= 0",
                "--admin-password-file nosuch 0"
            })
    void aBadOption(String options) throws InterruptedException {
        refused(options.isEmpty() ? new String[0] : options.split(" "));
    }

    @Test
    void aSecondServerOnTheSameFolder() throws InterruptedException {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.start(data)) {
            assertThat(refused("--data", data.toString(), "0", "letmein")).contains(data.toString());
            assertThat(server.connect().ask("PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void aPortInUse() throws InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            String port = Integer.toString(server.port());
            assertThat(refused("--data", folder.resolve("other").toString(), port, "letmein"))
                    .contains(port);
        }
    }

    @Test
    void aFolderThatCannotBeMade() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        refused("--data", file.toString(), "0", "letmein");
        refused("--data", file.resolve("data").toString(), "0", "letmein");
    }

    @Test
    void damagedData() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.start(data)) {
            server.connect().login("mike").ask("CRT", "a");
        }
        try (Stream<Path> journal = Files.list(data.resolve("journal"))) {
            Path segment = journal.sorted().findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            bytes[0] ^= 1;
            Files.write(segment, bytes);
            assertThat(refused("--data", data.toString(), "0", "letmein"))
                    .contains(segment.getFileName().toString());
        }
    }

    private String refused(String... options) throws InterruptedException {
        List<String> command = Stream.concat(Stream.of(Images.server().toString()), Stream.of(options))
                .toList();
        Ran ran = Ran.in(folder, "", command);
        assertThat(ran.status()).as("exit status; said: %s", ran).isIn(1, 2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
        assertThat(ran.err()).startsWith("forum-server: ").doesNotContain("Exception", "\tat ");
        return ran.err();
    }
}
