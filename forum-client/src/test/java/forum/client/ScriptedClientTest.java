package forum.client;

import static forum.client.Docs.array;
import static forum.client.Docs.map;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Failure;
import forum.api.wire.WireValue.Simple;
import forum.client.file.Folder;
import forum.client.reply.Units;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ScriptedClientTest {

    private final ScriptedForum forum = new ScriptedForum();
    private final Map<String, String> environment = new HashMap<>(Map.of("FORUM_PASSWORD", "hunter2"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void know() {
        forum.on("AUTH bot hunter2", new Simple("OK"))
                .on("LST", array(map("title", "a", "messages", 1L, "active", 5L), map("title", "ä\u001b")))
                .on("RDT b", new Failure("NOTHREAD Thread b not exists"));
    }

    @AfterEach
    void close() throws IOException {
        forum.close();
    }

    @Test
    void dataAloneGoesToStandardOutput() {
        assertThat(run("", "-c", "LST")).isEqualTo(ExitStatus.DONE);
        assertThat(out()).isEqualTo("a\nä\\x1b\n");
        assertThat(err()).isEqualTo("The list of active threads:\n");
    }

    @Test
    void thatThereIsNothingIsNoData() {
        forum.on("LST", array());
        assertThat(run("", "-c", "LST")).isEqualTo(ExitStatus.DONE);
        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo("No threads to list\n");
    }

    @Test
    void commandsComeFromStandardInputToo() {
        assertThat(run("LST\n\nLST\n")).isEqualTo(ExitStatus.DONE);
        assertThat(out()).hasLineCount(4);
    }

    @Test
    void theFirstRefusalEndsIt() {
        assertThat(run("", "-c", "RDT b", "-c", "LST")).isEqualTo(ExitStatus.REFUSED);
        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo("Thread b not exists\n");
    }

    @Test
    void nothingIsDoneWhenACommandIsNone() {
        assertThat(run("", "-c", "LST", "-c", "FLY")).isEqualTo(ExitStatus.USAGE);
        assertThat(run("", "-c", "LST", "-c", "RDT")).isEqualTo(ExitStatus.USAGE);
        assertThat(err()).isEqualTo("forum: Invalid command: FLY\nforum: Incorrect syntax for RDT\n");
        assertThat(forum.requests()).doesNotContain("LST");
    }

    @Test
    void aRefusedLoginHasItsStatus() {
        environment.put("FORUM_PASSWORD", "wrong");
        forum.on("AUTH bot wrong", new Failure("WRONGPASS Invalid username or password"));
        assertThat(run("", "-c", "LST")).isEqualTo(ExitStatus.NO_LOGIN);
        assertThat(err()).isEqualTo("forum: Invalid username or password\n");
    }

    @Test
    void thePasswordCanStandInAFile() throws IOException {
        environment.clear();
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
        assertThat(run("", "--password-file", file.toString(), "-c", "LST")).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void withoutAPasswordItDoesNotStart() {
        environment.clear();
        assertThat(run("", "-c", "LST")).isEqualTo(ExitStatus.USAGE);
        assertThat(err()).startsWith("forum: There is no password");
        assertThat(run("", "--password-file", "missing", "-c", "LST")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void jsonIsOneDocumentACommand() {
        forum.on("WHO", new WireValue.Array(List.of(new WireValue.Nil(), new WireValue.Bool(true))));
        assertThat(run("", "--json", "-c", "LST", "-c", "WHO", "-c", "RDT b")).isEqualTo(ExitStatus.REFUSED);
        assertThat(out()).isEqualTo("""
                        {"command":"LST","reply":[{"title":"a","messages":1,"active":5},{"title":"\\u00E4\\u001B"}]}
                        {"command":"WHO","reply":[null,true]}
                        {"command":"RDT","error":{"code":"NOTHREAD","text":"Thread b not exists"}}
                        """);
        assertThat(err()).isEmpty();
    }

    @Test
    void jsonDescribesDownloads() {
        forum.on("DWN a f 0 1048576", WireValue.Bulk.of("abc"))
                .on("FILES a", array())
                .on("DWN a f 0 0", WireValue.Bulk.of(""));
        assertThat(run("", "--json", "-c", "DWN a f", "-c", "DWN a f")).isEqualTo(ExitStatus.REFUSED);
        assertThat(out()).isEqualTo("""
                        {"command":"DWN","reply":{"file":"f","size":3}}
                        {"command":"DWN","error":{"code":"LOCAL","text":"f is in this folder already and was left as it is"}}
                        """);
        assertThat(folder.resolve("f")).hasContent("abc");
    }

    @Test
    void leavingEndsIt() {
        assertThat(run("XIT\nLST\n")).isEqualTo(ExitStatus.DONE);
        assertThat(out()).isEqualTo("Goodbye\n");
    }

    @Test
    void aServerWithoutCommandsIsNoForum() {
        forum.on("COMMAND DOCS", new Failure("UNKNOWN Invalid command"));
        assertThat(run("", "-c", "LST")).isEqualTo(ExitStatus.NO_CONNECTION);
        assertThat(err()).isEqualTo("forum: The server offers no commands, so it is no forum\n");
    }

    @Test
    void nonsenseEndsInASentenceAndAStatus() {
        for (String nonsense : List.of(
                "no reply\r\n",
                "$9223372036854775807\r\n",
                "*4611686018427387904\r\n",
                "*1\r\n".repeat(1000),
                "|1\r\n+a\r\n".repeat(1000),
                "+" + "x".repeat(1_000_000))) {
            forum.onRaw("LST", nonsense.getBytes(StandardCharsets.UTF_8));
            for (List<String> how : List.of(List.of("-c", "LST"), List.of("--json", "-c", "LST"))) {
                err.reset();
                assertThat(run("", how.toArray(String[]::new))).isEqualTo(ExitStatus.NO_CONNECTION);
                assertThat(err())
                        .startsWith("forum: " + forum.address() + " does not answer as a forum does: ")
                        .hasLineCount(1);
            }
        }
        assertThat(out()).isEmpty();
    }

    private int run(String input, String... options) {
        Surroundings here = new Surroundings(
                new StringReader(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Folder(folder, folder),
                environment,
                Optional.empty());
        String[] arguments = Stream.concat(
                        Stream.of("127.0.0.1", Integer.toString(forum.port()), "--user", "bot"), Stream.of(options))
                .toArray(String[]::new);
        return new Client(here, new Units(InstantSource.system(), () -> ZoneOffset.UTC)).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
