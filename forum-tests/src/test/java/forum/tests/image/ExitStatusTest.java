package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tell scripts how it went: the exit statuses of the client's image, and what goes to which stream. */
class ExitStatusTest {

    private static final String NO_INPUT = "";

    @TempDir
    private static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void begin() throws InterruptedException {
        server = ServerProcess.start(folder.resolve("data"));
        List<String> dialogue = List.of(Images.client().toString(), "127.0.0.1", "" + server.port());
        assertThat(Ran.in(folder, "mike\nsecret\nCRT books\nMSG books Dune\nXIT\n", dialogue)
                        .status())
                .isZero();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void zeroWhenAllIsDone() throws Exception {
        assertThat(script(NO_INPUT, "-c", "LST", "-c", "RDT books", "-c", "XIT"))
                .isEqualTo(new Ran(0, "books\n1 mike: Dune\nGoodbye\n", "The list of active threads:\n"));
        assertThat(script("LST\n\nRDT books\n", "--json").status()).isZero();
        assertThat(script("RDT books\n")).isEqualTo(new Ran(0, "1 mike: Dune\n", ""));
        assertThat(script("", "--json", "-c", "LST").out()).startsWith("{\"command\":\"LST\",\"reply\":[{\"title\":");
        assertThat(client(List.of("--version")).status()).isZero();
        assertThat(client(List.of("--help")).out()).startsWith("Usage: forum ");
    }

    @Test
    void oneWhenTheForumRefusesAndNothingFollows() throws Exception {
        Ran refused = new Ran(1, "", "Thread nosuch not exists\n");
        assertThat(script(NO_INPUT, "-c", "RDT nosuch", "-c", "CRT never")).isEqualTo(refused);
        assertThat(script("RDT nosuch\nCRT never\n")).isEqualTo(refused);
        String document =
                "{\"command\":\"RDT\",\"error\":{\"code\":\"NOTHREAD\",\"text\":\"Thread nosuch not exists\"}}\n";
        assertThat(script("RDT nosuch\nCRT never\n", "--json")).isEqualTo(new Ran(1, document, ""));
        assertThat(script("UPD books nosuch.txt\n")).isEqualTo(new Ran(1, "", "There is no file nosuch.txt\n"));
        assertThat(script(NO_INPUT, "-c", "LST").out()).isEqualTo("books\n");
    }

    @Test
    void twoWhenTheUsageIsWrong() throws Exception {
        assertThat(script(NO_INPUT, "-c", "CRT never", "-c", "FLY"))
                .isEqualTo(new Ran(2, "", "forum: Invalid command: FLY\n"));
        assertThat(script(NO_INPUT, "-c", "CRT never", "-c", "RDT"))
                .isEqualTo(new Ran(2, "", "forum: Incorrect syntax for RDT\n"));
        assertThat(script("LST\nXIT now\n", "--json").status()).isEqualTo(2);
        assertThat(client(List.of("--fly")).err()).startsWith("forum: There is no option --fly");
        assertThat(client(List.of("--fly")).status()).isEqualTo(2);
        assertThat(client(List.of("127.0.0.1", "70000")).status()).isEqualTo(2);
        assertThat(client(List.of("-c", "LST", address("mike"))).err()).startsWith("forum: There is no password");
        assertThat(client(List.of("-c", "LST", address("mike"))).status()).isEqualTo(2);
        assertThat(script(NO_INPUT, "-c", "LST").out()).isEqualTo("books\n");
    }

    @Test
    void threeWithoutAConnection() throws Exception {
        int nobody = free();
        String there = "forum://mike@127.0.0.1:" + nobody;
        for (List<String> how : List.of(List.of("-c", "LST"), List.of("--json"))) {
            Ran ran = Ran.in(folder, "LST\n", command("secret", how, there));
            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.err()).startsWith("forum: No forum answers at 127.0.0.1:" + nobody);
            assertThat(ran.out()).isEmpty();
        }
        assertThat(client(List.of("127.0.0.1", "" + nobody)).status()).isEqualTo(3);
    }

    @Test
    void threeWhenTheConnectionIsLost() throws Exception {
        try (Proxy proxy = new Proxy(server.port())) {
            proxy.replace("+OK", "?OK");
            Ran ran = Ran.in(
                    folder, "", command("secret", List.of("-c", "LST"), "forum://mike@127.0.0.1:" + proxy.port()));
            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.err()).contains("does not answer as a forum does").hasLineCount(1);
            assertThat(ran.out()).isEmpty();
        }
    }

    @Test
    void fourWhenTheLoginIsRefused() throws Exception {
        Ran refused = new Ran(4, "", "forum: Invalid user name or password\n");
        assertThat(Ran.in(folder, "", command("wrong", List.of("-c", "LST"), address("mike"))))
                .isEqualTo(refused);
        assertThat(Ran.in(folder, "LST\n", command("wrong", List.of(), address("mike"))))
                .isEqualTo(refused);
        assertThat(Ran.in(folder, "LST\n", command("secret", List.of("--json"), address("nobody"))))
                .isEqualTo(refused);
    }

    private static Ran script(String input, String... options) throws InterruptedException {
        return Ran.in(folder, input, command("secret", List.of(options), address("mike")));
    }

    /** Run the client without a password at hand. */
    private static Ran client(List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(Images.client().toString()));
        command.addAll(arguments);
        return Ran.in(folder, "", command);
    }

    private static List<String> command(String password, List<String> options, String where) {
        List<String> command = new ArrayList<>(
                List.of("env", "FORUM_PASSWORD=" + password, Images.client().toString()));
        command.addAll(options);
        command.addAll(List.of("--user", where.replaceAll("forum://|@.*", ""), where));
        return command;
    }

    private static String address(String user) {
        return "forum://" + user + "@127.0.0.1:" + server.port();
    }

    /** Find a port on which nobody listens. */
    private static int free() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return listening.getLocalPort();
        }
    }
}
