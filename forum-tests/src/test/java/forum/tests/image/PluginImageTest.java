package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import forum.tests.plugin.StrangersJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drop the examples, and a jar with every other shape, into a server's data folder, and use them as everybody can. */
class PluginImageTest {

    private static final String SHAPES = """
            package shapes;
            import forum.api.*;
            import forum.api.command.*;
            import java.nio.*;
            import java.nio.channels.*;
            public class %s implements CommandHandler {
                static final Parameter<Name> THREAD = Parameter.thread("thread");
                static final Parameter<Secret> KEY = Parameter.secret("key");
                static final Parameter<Upload> FILE = Parameter.localFile("file");
                static final CommandSpec SPEC = %s;
                public CommandSpec spec() { return SPEC; }
                public Outcome handle(Request request, CommandContext context) throws Upload.Cut { %s }
            }
            """;

    @TempDir
    private static Path home;

    private static ServerProcess server;
    private static Map<Path, FileTime> image;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        image = files(Images.server().resolve("../..").normalize());
        Path data = home.resolve("data");
        Examples.putInto(data);
        shapes(data.resolve("plugins/shapes.jar"));
        server = ServerProcess.start(data);
        RespClient yoda = server.connect().login("yoda");
        yoda.ask("CRT", "lunch");
        yoda.ask("MSG", "lunch", "Pizza or noodles?\nI am for noodles.");
        yoda.ask("MSG", "lunch", "Soup");
        RespClient mike = server.connect().login("mike");
        mike.asks("SRC", "noodles").isSoonAnsweredWith("lunch  1  yoda", "«noodles»");
        mike.ask("XIT");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void shapes(Path jar) {
        new StrangersJar()
                .source(
                        "shapes.Last",
                        SHAPES.formatted(
                                "Last",
                                "CommandSpec.of(\"LAST\", \"Show the last entry\", new Reply.Entries(\"{thread} is empty\"), THREAD)",
                                "return Outcome.of(context.forum().read(request.value(THREAD), "
                                        + "new Range(new Range.Index(-1), new Range.Index(-1))), Outcome.Entries::new);"))
                .source(
                        "shapes.Dump",
                        SHAPES.formatted(
                                "Dump",
                                "CommandSpec.of(\"DUMP\", \"Download a thread\", new Reply.File(\"{thread}.txt\", \"{thread} is dumped\"), THREAD)",
                                """
                        byte[] bytes = request.value(THREAD).value().repeat(10).getBytes();
                        return new Outcome.File(new Content() {
                            public long size() { return bytes.length; }
                            public long transferTo(long at, long count, WritableByteChannel target) throws java.io.IOException {
                                return target.write(ByteBuffer.wrap(bytes, (int) at, (int) count));
                            }
                            public void close() {}
                        }, 0, bytes.length);
                        """))
                .source(
                        "shapes.Unlock",
                        SHAPES.formatted(
                                "Unlock",
                                "CommandSpec.of(\"UNLOCK\", \"Try a key\", new Reply.Line(), KEY)",
                                "return new Outcome.Line(request.value(KEY).use(key -> key.length) + \" bytes tried\");"))
                .source(
                        "shapes.Weigh",
                        SHAPES.formatted(
                                "Weigh",
                                "CommandSpec.of(\"WEIGH\", \"Weigh a file\", new Reply.Line(), FILE)",
                                "return new Outcome.Line(request.value(FILE).file() + \" has \" + request.value(FILE).size() + \" bytes\");"))
                .source("module-info", """
                        module shapes {
                            requires forum.api;
                            provides forum.api.command.CommandHandler
                                    with shapes.Last, shapes.Dump, shapes.Unlock, shapes.Weigh;
                        }
                        """)
                .to(jar);
    }

    @Test
    void theStartTellsEachCommandWithItsOriginAndVersionAndSoDoesCommands() throws Exception {
        List<String> told = server.output().lines().stream()
                .map(line -> line.text().replaceFirst("^\\S+ \\S+ ", ""))
                .takeWhile(line -> !line.startsWith("starting up"))
                .toList();
        Path plugins = home.resolve("data/plugins");
        assertThat(told.getFirst()).startsWith("forum.commands 0.1.0: CRT MSG DLT ");
        assertThat(told.subList(1, told.size()))
                .containsExactly(
                        "forum.examples.search 0.1.0 (" + plugins + "/search/search-0.1.0.jar): SRC (listens)",
                        "shapes ? (" + plugins + "/shapes.jar): LAST DUMP UNLOCK WEIGH",
                        "forum.examples.watch 0.1.0 (" + plugins + "/watch-0.1.0.jar): WCH (listens)",
                        "forum.examples.who 0.1.0 (" + plugins + "/who-0.1.0.jar): WHO");
        Ran ran = commands("--data", home.resolve("data").toString());
        assertThat(ran.out().lines()).containsExactlyElementsOf(told);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
    }

    @Test
    void commandsTellsWhatIsWrongInASentenceAndItsStatus() throws Exception {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.writeString(plugins.resolve("broken.jar"), "no jar");
        StrangersJar.command("swing", "Swing", "\"six\"")
                .requiring("java.desktop")
                .to(plugins.resolve("swing.jar"));
        Ran ran = commands("--plugins", plugins.toString(), "--trust", "nobody");
        assertThat(ran.status()).isOne();
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(ran.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("forum-server: The plugin " + plugins.resolve("broken.jar")
                        + " is not loaded: it is not a jar"))
                .contains("forum-server: The plugin " + plugins.resolve("swing.jar")
                        + " is not loaded: Module java.desktop not found, required by swing")
                .contains("forum-server: No plugin is named nobody, so there is nothing to trust");
    }

    @Test
    void theImageIsNotWrittenTo() throws Exception {
        assertThat(files(Images.server().resolve("../..").normalize())).isEqualTo(image);
    }

    @Test
    void pipedEveryShapeIsPlain() throws Exception {
        Files.writeString(folder.resolve("stone"), "heavy");
        String out = client("pipes\nsecret\nSRC noodles\nWCH lunch\nWCH\nWHO\nLAST lunch\nDUMP lunch\nUNLOCK abc\n"
                        + "WEIGH stone\nNOSUCH\nXIT\n")
                .out();
        assertThat(out)
                .contains("Found:\n", "lunch        1  yoda ", "Pizza or «noodles»?\n")
                .contains("You watch thread lunch\n", "lunch: nothing new\n")
                .contains("Online now:\n", "pipes")
                .contains("2 yoda: Soup\n", "lunch is dumped\n", "3 bytes tried\n", "stone has 5 bytes\n")
                .contains("Invalid command\n")
                .doesNotContain("\u001b");
        assertThat(folder.resolve("lunch.txt")).hasContent("lunch".repeat(10));
    }

    @Test
    void aScriptGetsJson() throws Exception {
        client("scripts\nsecret\nXIT\n");
        assertThat(script("--json", "-c", "SRC soup").out())
                .contains("\"thread\":\"lunch\"", "\"number\":2", "\"author\":\"yoda\"", "\"line\":\"", "Soup");
        assertThat(script("--json", "-c", "WHO").out()).contains("\"user\":\"scripts\"", "\"idle\":0");
        assertThat(script("--json", "-c", "LAST lunch").out()).contains("\"number\":2", "\"text\":\"Soup\"");
        assertThat(script("--json", "-c", "WCH").out()).contains("[]");
        assertThat(script("-c", "SRC nothing").status()).isZero();
    }

    @Test
    void redisCliKnowsThem() throws Exception {
        client("redis\nsecret\nXIT\n");
        List<String> cli =
                List.of("redis-cli", "-p", Integer.toString(server.port()), "--user", "redis", "-a", "secret");
        assertThat(with(cli, "SRC", "soup").out()).contains("lunch  2  yoda").contains("«Soup»");
        assertThat(with(cli, "WHO").out()).contains("redis  ");
        assertThat(with(cli, "WCH", "lunch").out()).isEqualTo("You watch thread lunch\n");
        assertThat(with(cli, "WCH", "dinner").out()).startsWith("NOTHREAD Thread dinner not exists");
        assertThat(with(cli, "COMMAND", "DOCS", "SRC").out())
                .contains("Search all threads", "forum.examples.search 0.1.0");
    }

    @Test
    void onATerminalTheyAreCompletedHintedMaskedExplainedAndDrawn() throws Exception {
        try (Tmux tmux = Tmux.start(folder)) {
            Window window = new Visit(tmux, folder).as("mike", server.port());
            window.type("WCH ").awaitEnd("mike> WCH [thread]");
            window.press("C-u").type("SRC").awaitEnd("mike> SRC words");
            window.press("C-u").type("WEIGH ").awaitEnd("mike> WEIGH file");
            window.press("C-u").type("WC").pressUntil("Tab", "mike> WCH");
            window.pressUntil("Tab", "mike> WCH lunch");
            window.press("Enter").await("You watch thread lunch");
            window.enter("help SRC").await("Search all threads");
            window.enter("SRC noodles").await("Pizza or «noodles»?");
            window.enter("WHO").await("Online now:");
            window.enter("LAST lunch").await("2 yoda: Soup");
            window.enter("DUMP lunch").await("lunch is dumped");
            window.type("UNLOCK abc").await("UNLOCK ***");
            window.press("Enter").await("3 bytes tried");
            window.enter("XIT").await("Goodbye");
            RespClient yoda = server.connect();
            yoda.ask("HELLO", "3", "AUTH", "yoda", "yoda");
            yoda.ask("MSG", "lunch", "Dessert?");
            Window again = new Visit(tmux, folder).as("mike", server.port());
            again.await("lunch: 1 new message by yoda since your last visit");
        }
    }

    @Test
    void redisCliHintsThemOnATerminal() throws Exception {
        client("hints\nsecret\nXIT\n");
        try (Tmux tmux = Tmux.start(folder)) {
            Window window = tmux.open(
                    folder,
                    Map.of(),
                    List.of("redis-cli", "-p", Integer.toString(server.port()), "--user", "hints", "-a", "secret"));
            window.awaitEnd(">");
            window.type("SRC ").await("words");
        }
    }

    private Ran client(String input) throws InterruptedException {
        return Ran.in(folder, input, List.of(Images.client().toString(), "127.0.0.1", Integer.toString(server.port())));
    }

    private Ran script(String... options) throws InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("env", "FORUM_PASSWORD=secret", Images.client().toString(), "--user", "scripts"));
        command.addAll(List.of(options));
        command.addAll(List.of("127.0.0.1", Integer.toString(server.port())));
        return Ran.in(folder, "", command);
    }

    private Ran with(List<String> command, String... arguments) throws InterruptedException {
        return Ran.in(
                folder,
                "",
                Stream.concat(command.stream(), Stream.of(arguments)).toList());
    }

    private Ran commands(String... options) throws InterruptedException {
        return with(List.of(Images.server().toString(), "commands"), options);
    }

    private static Map<Path, FileTime> files(Path folder) throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                times.put(path, Files.getLastModifiedTime(path));
            }
        }
        return times;
    }
}
