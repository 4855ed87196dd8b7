package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RecordedLog;
import forum.testkit.RespClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start the server's image and end it in every way. */
class ServerImageTest {

    private static final String FAREWELL = "Goodbye. Server shutting down";

    @TempDir
    private Path folder;

    @Test
    void itStartsWithTwoLinesAndNoWarning() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            assertThat(server.connect().ask("PING")).isEqualTo("+PONG");
            List<String> lines = texts(server.output());
            assertThat(lines.getFirst()).contains("forum.commands ", ": CRT MSG DLT ");
            assertThat(lines.get(1)).endsWith("starting up on 127.0.0.1:" + server.port());
        }
    }

    @Test
    void itStartsThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("my-forum"), Images.server());
        try (ServerProcess server = ServerProcess.start(link, folder.resolve("data"))) {
            assertThat(server.connect().ask("PING")).isEqualTo("+PONG");
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void sigtermSaysGoodbyeToEveryoneAndKeepsEverything() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            RespClient mike = server.connect().login("mike");
            mike.ask("CRT", "a");
            RespClient yoda = server.connect().login("yoda");
            yoda.ask("HELLO", "3");
            server.terminate();
            assertThat(mike.reply()).isEqualTo("+" + FAREWELL);
            assertThat(mike.reply()).isEqualTo(RespClient.END);
            assertThat(yoda.reply()).isEqualTo(">[\"shutdown\", \"" + FAREWELL + "\"]");
            mike.close();
            yoda.close();
            server.awaitEnd();
            assertThat(texts(server.output())).anyMatch(line -> line.endsWith("Server shutting down"));
        }
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            assertThat(server.connect().login("mike").ask("LST")).isEqualTo("[\"a\"]");
        }
    }

    @Test
    void sigintEndsItAsWell() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            RespClient mike = server.connect().login("mike");
            server.interrupt();
            assertThat(mike.reply()).isEqualTo("+" + FAREWELL);
            mike.close();
            server.awaitEnd();
        }
    }

    @Test
    void shtEndsItWithStatusZero() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            RespClient mike = server.connect().login("mike");
            assertThat(mike.ask("SHT", ServerProcess.ADMIN_PASSWORD)).isEqualTo("+" + FAREWELL);
            mike.close();
            assertThat(server.awaitEnd()).isZero();
        }
    }

    @Test
    void anEphemeralServerForgetsOnSht() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.start(data, "--ephemeral")) {
            RespClient mike = server.connect().login("mike");
            mike.ask("CRT", "a");
            mike.ask("UPD", "a", "f", "bytes-of-the-file");
            mike.ask("SHT", ServerProcess.ADMIN_PASSWORD);
            mike.close();
            assertThat(server.awaitEnd()).isZero();
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            assertThat(server.connect().ask("LOGIN-N", "mike")).isEqualTo("+NU");
        }
    }

    @Test
    void aQuietServerLogsNoCommand() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), "--quiet")) {
            RespClient mike = server.connect().login("mike");
            mike.ask("SHT", ServerProcess.ADMIN_PASSWORD);
            mike.close();
            server.awaitEnd();
            assertThat(texts(server.output())).hasSize(3).noneMatch(line -> line.contains("mike"));
        }
    }

    @Test
    void onlyItsOwnerReadsTheCredentials() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
            server.connect().login("mike");
            Path credentials = folder.resolve("data/credentials.txt");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(credentials)).startsWith("mike $argon2id$");
        }
    }

    @Test
    void aPlainPasswordInTheCredentialsIsTakenAndHashed() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("credentials.txt"), "hans falcon*solo\n");
        try (ServerProcess server = ServerProcess.start(data)) {
            RespClient hans = server.connect();
            assertThat(hans.ask("LOGIN-N", "hans")).isEqualTo("+PWD");
            assertThat(hans.ask("LOGIN-P", "falcon*solo")).isEqualTo("+Y");
            assertThat(Files.readString(data.resolve("credentials.txt"))).doesNotContain("falcon");
        }
    }

    @Test
    void removingAThreadRemovesItsFilesFromTheDisk() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.start(data)) {
            RespClient mike = server.connect().login("mike");
            mike.ask("CRT", "a");
            mike.ask("UPD", "a", "../x", "bytes");
            mike.ask("UPD", "a", "test.exe", "bytes-of-the-file");
            mike.ask("RMV", "a");
            mike.ask("SHT", ServerProcess.ADMIN_PASSWORD);
            mike.close();
            server.awaitEnd();
        }
        assertThat(sizes(data)).doesNotContain((long) "bytes-of-the-file".length());
    }

    private static List<Long> sizes(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.toFile().length())
                    .toList();
        }
    }

    private static List<String> texts(RecordedLog log) {
        return log.lines().stream().map(RecordedLog.Line::text).toList();
    }
}
