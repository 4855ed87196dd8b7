package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look after accounts as an operator does, with the server's image. */
class UsersImageTest {

    private final Path data;

    UsersImageTest(@TempDir Path folder) {
        this.data = folder.resolve("data");
    }

    @Test
    void accountsAreLookedAfterWhileTheServerRuns() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, "--registration", "closed")) {
            String password = password(users("add", "mike"));
            RespClient mike = server.connect();
            assertThat(mike.ask("AUTH", "mike", password)).isEqualTo("+OK");
            assertThat(users("disable", "mike")).isEqualTo("mike is disabled\n");
            assertThat(mike.reply()).isEqualTo("+Goodbye. You were logged out");
            assertThat(mike.reply()).isEqualTo(RespClient.END);
            assertThat(users("list")).isEqualTo("disabled  mike\n");
            assertThat(server.connect().ask("AUTH", "mike", password))
                    .isEqualTo("-WRONGPASS Invalid user name or password");
            users("enable", "mike");
            assertThat(server.connect().ask("AUTH", "mike", password)).isEqualTo("+OK");
            assertThat(users("remove", "mike")).isEqualTo("mike is removed\n");
            assertThat(server.connect().ask("LOGIN-N", "mike")).isEqualTo("+PWD");
            String another = password(users("reset", "mike"));
            assertThat(server.connect().ask("AUTH", "mike", another)).isEqualTo("+OK");
            assertThat(server.output().lines()).noneMatch(line -> line.text().contains(password));
        }
    }

    @Test
    void aCodeLetsOneNewcomerInAlsoAfterARestart() throws Exception {
        String code;
        try (ServerProcess server = ServerProcess.start(data, "--registration", "invite")) {
            code = users("invite").split(" ")[0];
            server.kill();
        }
        try (ServerProcess server = ServerProcess.start(data, "--registration", "invite")) {
            assertThat(register(server, "mike", "wrong-code")).startsWith("-INVITE ");
            assertThat(register(server, "mike", code.toUpperCase(Locale.ROOT))).isEqualTo("+YN");
            assertThat(register(server, "yoda", code)).startsWith("-INVITE ");
        }
    }

    @Test
    void accountsAreLookedAfterInAClosedFolder() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            server.connect().login("yoda");
            server.terminate();
            server.awaitEnd();
        }
        String password = password(users("add", "mike"));
        assertThat(users("list")).isEqualTo("active  yoda\nactive  mike\n");
        users("disable", "yoda");
        assertThat(Files.readString(data.resolve("credentials.txt")))
                .contains("yoda !$argon2id$")
                .doesNotContain(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("credentials.txt"))))
                .isEqualTo("rw-------");
        try (ServerProcess server = ServerProcess.start(data)) {
            assertThat(server.connect().ask("AUTH", "mike", password)).isEqualTo("+OK");
            assertThat(server.connect().ask("AUTH", "yoda", "yoda")).startsWith("-WRONGPASS ");
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() throws Exception {
        Files.createDirectory(data);
        Ran ran = run("disable", "nobody");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("forum-server: There is no user nobody\n");
        assertThat(run("dance").err()).startsWith("forum-server: It is users list, ");
    }

    @Test
    void theAdminPasswordOfAFileIsNotSeenFromOutside() throws Exception {
        Path file = Files.writeString(data.resolveSibling("admin"), "unseen-secret\n");
        Process server = new ProcessBuilder(
                        Images.server().toString(),
                        "--data",
                        data.toString(),
                        "--admin-password-file",
                        file.toString(),
                        "0")
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(server.inputReader().readLine()).doesNotContain("unseen-secret");
            assertThat(Files.readString(Path.of("/proc", Long.toString(server.pid()), "cmdline")))
                    .contains("--admin-password-file")
                    .doesNotContain("unseen-secret");
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static String register(ServerProcess server, String user, String code) {
        RespClient newcomer = server.connect();
        assertThat(newcomer.ask("LOGIN-N", user)).isEqualTo("+NU");
        return newcomer.ask("LOGIN-NP", "secret", code);
    }

    private static String password(String told) {
        assertThat(told).matches("mike has the password [a-z0-9-]{19}\n");
        return told.strip().substring(told.lastIndexOf(' ') + 1);
    }

    private String users(String... order) throws IOException, InterruptedException {
        Ran ran = run(order);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        return ran.out();
    }

    private Ran run(String... order) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(Images.server().toString(), "users", "--data", data.toString()));
        command.addAll(List.of(order));
        return Ran.in(data.getParent(), "", command);
    }
}
