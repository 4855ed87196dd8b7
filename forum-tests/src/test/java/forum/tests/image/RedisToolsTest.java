package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drive the server's image with the tools of Redis, which know nothing of a forum. */
class RedisToolsTest {

    @TempDir
    private Path folder;

    private ServerProcess server;

    @BeforeEach
    void startServer() throws InterruptedException {
        server = ServerProcess.start(folder.resolve("data"), "--auth-per-user", "0");
        server.connect().login("yoda");
        server.connect().login("mike").close();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void redisCliServesAllCommands() throws Exception {
        assertThat(cli("", "CRT", "a")).isEqualTo("Thread a created\n");
        assertThat(cli("", "MSG", "a", "hi", "im", "mike")).isEqualTo("Message posted to a thread\n");
        assertThat(cli("", "MSG", "a", "two\nlines")).isEqualTo("Message posted to a thread\n");
        assertThat(cli("", "EDT", "a", "1", "hi")).isEqualTo("Message has been edited\n");
        assertThat(cli("", "RDT", "a", "-50", "-1")).isEqualTo("1 mike: hi\n2 mike: two\n  lines\n");
        assertThat(cli("", "DLT", "a", "1")).isEqualTo("Message has been deleted\n");
        assertThat(cli("bytes", "-x", "UPD", "a", "test.exe")).isEqualTo("mike uploaded file test.exe to a thread\n");
        assertThat(cli("", "UPD", "a", "test.exe")).isEqualTo("FILEEXISTS test.exe already exist in Thread a\n\n");
        assertThat(cli("", "DWN", "a", "test.exe")).isEqualTo("bytes\n");
        assertThat(cli("", "FILES", "a")).isEqualTo("test.exe\n");
        assertThat(cli("", "LST")).isEqualTo("a\n");
        assertThat(cli("", "RMV", "a")).isEqualTo("The thread has been removed\n");
        assertThat(cli("", "SHT", "wrong")).isEqualTo("DENIED Incorrect password\n\n");
        assertThat(cli("", "XIT")).isEqualTo("Goodbye\n");
        assertThat(cli("", "SHT", ServerProcess.ADMIN_PASSWORD)).isEqualTo("Goodbye. Server shutting down\n");
        assertThat(server.awaitEnd()).isZero();
    }

    @Test
    void redisCliSpeaksResp3() throws Exception {
        cli("", "CRT", "a");
        assertThat(cli("", "-3", "--json", "LST")).startsWith("[{\"title\":\"a\",\"owner\":\"mike\",\"messages\":0,");
    }

    @Test
    void redisCliComesThroughTls() throws Exception {
        Path data = folder.resolve("secure");
        try (ServerProcess secure = ServerProcess.start(data, "--tls", "auto")) {
            secure.connect().login("mike").ask("XIT");
            List<String> command = new ArrayList<>(command("redis-cli", secure));
            command.addAll(List.of(
                    "--tls", "--cacert", data.resolve("tls/certificate.pem").toString()));
            command.addAll(List.of("CRT", "a"));
            assertThat(Ran.in(folder, "", command).out()).isEqualTo("Thread a created\n");
            assertThat(secure.connect().login("mike").ask("LST")).isEqualTo("[\"a\"]");
        }
    }

    @Test
    void redisCliReadsCommandsFromAPipe() throws Exception {
        assertThat(cli("CRT a\nMSG a \"hello you\"\nRDT a\nNOSUCH\nQUIT\n"))
                .startsWith(
                        "Thread a created\nMessage posted to a thread\n1 mike: hello you\nUNKNOWN Invalid command\n");
    }

    @Test
    void redisBenchmarkPostsAndReads() throws Exception {
        cli("", "CRT", "a");
        assertThat(tool("redis-benchmark", "", "-q", "-n", "2000", "-c", "20", "-P", "8", "MSG", "a", "__rand_int__"))
                .contains("requests per second");
        assertThat(cli("", "-3", "--json", "LST")).contains("\"messages\":2000,");
        assertThat(tool("redis-benchmark", "", "-q", "-n", "500", "-c", "20", "RDT", "a", "-50", "-1"))
                .contains("requests per second");
    }

    private String cli(String input, String... arguments) throws InterruptedException {
        return tool("redis-cli", input, arguments);
    }

    private String tool(String name, String input, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(command(name, server));
        command.addAll(List.of(arguments));
        return Ran.in(folder, input, command).out();
    }

    private static List<String> command(String name, ServerProcess server) {
        assumeTrue(isInstalled(name), name + " is not installed, so this test is skipped");
        return List.of(name, "-p", Integer.toString(server.port()), "--user", "mike", "-a", "mike");
    }

    private static boolean isInstalled(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }
}
