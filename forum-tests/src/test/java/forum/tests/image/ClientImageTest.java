package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipe the seed's dialogue through the client's image. */
class ClientImageTest {

    private static final String PROMPT =
            "Enter one of the following commands: CRT MSG DLT EDT LST RDT UPD DWN RMV PWD XIT SHT\n";

    @TempDir
    private Path folder;

    private ServerProcess server;

    @BeforeEach
    void startServer() throws InterruptedException {
        server = ServerProcess.start(folder.resolve("data"));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theWholeDialogue() throws Exception {
        Files.writeString(folder.resolve("test.exe"), "bytes");
        Typed typed = new Typed("mike", "secret");
        typed.line("LST", "No threads to list");
        typed.line("CRT a", "Thread a created");
        typed.line("CRT a", "Thread a exists");
        typed.line("LST", "The list of active threads:\na");
        typed.line("RDT a", "Thread a is empty");
        typed.line("MSG a helo  there", "Message posted to a thread");
        typed.line("MSG a two", "Message posted to a thread");
        typed.line("EDT a 1 hello", "Message has been edited");
        typed.line("RDT a", "1 mike: hello\n2 mike: two");
        typed.line("DLT a 2", "Message has been deleted");
        typed.line("DLT a 2", "Invalid message number");
        typed.line("UPD a test.exe", "mike uploaded file test.exe to a thread");
        typed.line("UPD a test.exe", "test.exe already exist in Thread a");
        typed.line("UPD a nosuch.exe", "There is no file nosuch.exe");
        typed.line("RDT a", "1 mike: hello\nmike uploaded test.exe");
        typed.line("RMV b", "Thread b not exists");
        typed.line("NOSUCH", "Invalid command");
        typed.line("CRT", "Incorrect syntax for CRT");
        typed.line("RMV a", "The thread has been removed");
        typed.line("XIT", "Goodbye");
        assertThat(client(typed.input.toString()))
                .isEqualTo("Enter username: Enter new password for mike: Welcome to the forum\n" + typed.output);
    }

    @Test
    void aFileComesBackAsItWentUnlessOneIsThere() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("test.exe"), bytes);
        assertThat(client("mike\nsecret\nCRT a\nUPD a test.exe\nDWN a test.exe\nXIT\n"))
                .contains("test.exe is in this folder already");
        Files.delete(file);
        assertThat(client("mike\nsecret\nDWN a test.exe\nXIT\n")).contains("\ntest.exe successfully downloaded\n");
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void aWrongPasswordIsAskedAgain() throws Exception {
        client("mike\nsecret\nXIT\n");
        assertThat(client("mike\nwrong\nmike\nsecret\nXIT\n"))
                .isEqualTo("Enter username: Enter password: Invalid password\n"
                        + "Enter username: Enter password: Welcome to the forum\n" + PROMPT + "Goodbye\n");
    }

    @Test
    void whoIsLoggedInIsToldSo() throws Exception {
        RespClient mike = server.connect().login("mike");
        assertThat(client("mike\nyoda\nforce\nXIT\n"))
                .startsWith("Enter username: mike has already logged in\n"
                        + "Enter username: Enter new password for yoda: Welcome to the forum\n");
        mike.close();
    }

    @Test
    void whatCannotBeWrittenIsNotDone() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "there is no device that is always full");
        client("mike\nsecret\nCRT a\nXIT\n");
        String client = "FORUM_PASSWORD=secret exec " + Images.client() + " --user mike -c LST -c 'CRT b' 127.0.0.1 "
                + server.port();
        Ran ran = Ran.in(folder, "", List.of("sh", "-c", client + " >/dev/full"));
        assertThat(ran)
                .isEqualTo(new Ran(1, "", "The list of active threads:\nforum: Standard output cannot be written\n"));
        assertThat(client("mike\nsecret\nCRT b\nXIT\n")).contains("Thread b created");
    }

    @Test
    void theEndOfTheServerReachesAClientThatSitsIdle() throws Exception {
        Process client =
                new ProcessBuilder(command()).directory(folder.toFile()).start();
        try (Writer typed = client.outputWriter();
                BufferedReader said = client.inputReader()) {
            typed.write("mike\nsecret\nLST\n");
            typed.flush();
            await(said, "No threads to list");
            server.terminate();
            await(said, "Goodbye. Server shutting down");
            client.waitFor();
        } finally {
            client.destroyForcibly();
        }
    }

    private static void await(BufferedReader said, String wanted) throws IOException {
        for (String line = said.readLine(); ; line = said.readLine()) {
            assertThat(line).as("while waiting for '%s'", wanted).isNotNull();
            if (line.equals(wanted)) {
                return;
            }
        }
    }

    private String client(String input) throws InterruptedException {
        Ran ran = Ran.in(folder, input, command());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).doesNotContain("\u001b");
        assertThat(ran.status()).isZero();
        return ran.out();
    }

    private List<String> command() {
        return List.of(Images.client().toString(), "127.0.0.1", Integer.toString(server.port()));
    }

    /** What is typed, and what is to be said about it. */
    private static final class Typed {
        private final StringBuilder input = new StringBuilder();
        private final StringBuilder output = new StringBuilder();

        Typed(String... login) {
            input.append(String.join("\n", login)).append('\n');
        }

        void line(String typed, String said) {
            input.append(typed).append('\n');
            output.append(PROMPT).append(said).append('\n');
        }
    }
}
