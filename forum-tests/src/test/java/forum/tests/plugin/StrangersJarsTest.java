package forum.tests.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.server.StartException;
import forum.testkit.ForumFixture;
import forum.testkit.RecordedLog;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a stranger's jar is told in one sentence that names it, and the forum is served without it. */
class StrangersJarsTest {

    private static final String LIBRARY = """
            package library;
            public class Library {
                public static String version() {
                    return "%s";
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    @Test
    void aModularJarIsServed() {
        StrangersJar.command("dice", "Dice", "\"six\"").to(plugins.resolve("dice.jar"));
        try (ForumFixture forum = start()) {
            assertThat(forum.login("mike").ask("DICE")).isEqualTo("+six");
            assertThat(warnings(forum)).isEmpty();
            assertThat(texts(forum)).contains("dice ? (" + plugins.resolve("dice.jar") + "): DICE");
        }
    }

    @Test
    void aPlainJarIsServed() {
        new StrangersJar()
                .source("dice.Dice", StrangersJar.handler("dice", "Dice", "return new Outcome.Line(\"six\");"))
                .service("dice.Dice")
                .to(plugins.resolve("dice-1.2.jar"));
        try (ForumFixture forum = start()) {
            assertThat(forum.login("mike").ask("DICE")).isEqualTo("+six");
            assertThat(texts(forum)).contains("dice 1.2 (" + plugins.resolve("dice-1.2.jar") + "): DICE");
        }
    }

    @Test
    void twoPluginsCarryTwoVersionsOfOneLibrary() {
        withLibrary("first", "1.0");
        withLibrary("second", "2.0");
        try (ForumFixture forum = start()) {
            assertThat(forum.login("mike").ask("FIRST")).isEqualTo("+1.0");
            assertThat(forum.login("yoda").ask("SECOND")).isEqualTo("+2.0");
            assertThat(warnings(forum)).isEmpty();
        }
    }

    @Test
    void aLibraryMayBeOneThatTheServerHasInAnotherVersion() {
        Path library = new StrangersJar()
                .source("module-info", "module info.picocli { exports picocli; }")
                .source("picocli.Own", "package picocli; public class Own { public static String line = \"own\"; }")
                .to(plugins.resolve("cli/picocli.jar"));
        StrangersJar.command("cli", "Cli", "picocli.Own.line")
                .source("module-info", """
                        module cli {
                            requires forum.api;
                            requires info.picocli;
                            provides forum.api.command.CommandHandler with cli.Cli;
                        }
                        """)
                .with(library)
                .to(plugins.resolve("cli/cli.jar"));
        try (ForumFixture forum = start()) {
            assertThat(forum.login("mike").ask("CLI")).isEqualTo("+own");
        }
    }

    @Test
    void notAJar() throws IOException {
        Files.writeString(plugins.resolve("dice.jar"), "no jar");
        leftOut("The plugin %s is not loaded: it is not a jar \\(.+\\)", "dice.jar");
    }

    @Test
    void aFolderWithoutAJar() throws IOException {
        Files.createDirectory(plugins.resolve("dice"));
        leftOut("The plugin %s is not loaded: there is no jar in it", "dice");
    }

    @Test
    void aModularJarForANewerJava() {
        StrangersJar.command("dice", "Dice", "\"six\"").ofTheFuture().to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s is not loaded: it is compiled for a newer Java than 25", "dice.jar");
    }

    @Test
    void aPlainJarForANewerJava() {
        new StrangersJar()
                .source("dice.Dice", StrangersJar.handler("dice", "Dice", "return null;"))
                .service("dice.Dice")
                .ofTheFuture()
                .to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s is not served whole: it is compiled for a newer Java than 25", "dice.jar");
    }

    @Test
    void aModuleThatIsNotThere() {
        Path missing = new StrangersJar()
                .source("module-info", "module not.there {}")
                .to(folder.resolve("elsewhere/missing.jar"));
        StrangersJar.command("dice", "Dice", "\"six\"")
                .source("module-info", """
                        module dice {
                            requires forum.api;
                            requires not.there;
                            provides forum.api.command.CommandHandler with dice.Dice;
                        }
                        """)
                .with(missing)
                .to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s is not loaded: Module not.there not found, required by dice", "dice.jar");
    }

    @Test
    void theApiBundledBesideIt() {
        StrangersJar.command("dice", "Dice", "\"six\"").to(plugins.resolve("dice/dice.jar"));
        new StrangersJar()
                .source("module-info", "module forum.api { exports forum.api; }")
                .source("forum.api.Copy", "package forum.api; public class Copy {}")
                .to(plugins.resolve("dice/forum-api.jar"));
        leftOut(
                "The plugin %s is not loaded: forum-api.jar holds a copy of forum-api, which the server has; build it without",
                "dice");
    }

    @Test
    void theApiBundledIntoIt() {
        new StrangersJar()
                .source("forum.api.Copy", "package forum.api; public class Copy {}")
                .to(plugins.resolve("dice.jar"));
        leftOut(
                "The plugin %s is not loaded: dice.jar holds a copy of forum-api, which the server has; build it without",
                "dice.jar");
    }

    @Test
    void aJarThatProvidesNothing() {
        new StrangersJar().source("dice.Dice", "package dice; class Dice {}").to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s provides no command and no listener", "dice.jar");
    }

    @Test
    void aProviderThatIsNotInTheJar() {
        new StrangersJar().service("dice.Dice").to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s is not loaded: Provider class dice.Dice not in .*JAR file.*", "dice.jar");
    }

    @Test
    void aProviderThatThrowsInItsConstructor() {
        broken("public Dice() { throw new IllegalStateException(\"no luck\"); }");
        leftOut("dice.Dice of the plugin %s cannot be created: IllegalStateException: no luck", "dice.jar");
    }

    @Test
    void aProviderThatFailsWithAnError() {
        broken("static final int[] LUCK = {}; static final int SIX = LUCK[6];");
        leftOut("dice.Dice of the plugin %s cannot be created: ArrayIndexOutOfBoundsException: .+", "dice.jar");
    }

    @Test
    void aProviderWhoseConstructorNeverReturns() {
        broken("public Dice() { while (true) { Thread.onSpinWait(); } }");
        leftOut("dice.Dice of the plugin %s cannot be created: it took longer than 1 s", "dice.jar");
    }

    @Test
    void aProviderWithoutAConstructorForTheServer() {
        broken("public Dice(int sides) {}");
        leftOut("The plugin %s is not served whole: it lacks dice.Dice.<init>\\(\\)", "dice.jar");
    }

    @Test
    void anInvalidSpec() {
        new StrangersJar()
                .source(
                        "dice.Dice",
                        StrangersJar.handler("dice", "Dice", "return null;").replace("\"DICE\"", "\"dice\""))
                .service("dice.Dice")
                .to(plugins.resolve("dice.jar"));
        leftOut(
                "dice.Dice of the plugin %s cannot be described: IllegalArgumentException: "
                        + "A command's name is 2 to 16 of A-Z 0-9 -, not 'dice'",
                "dice.jar");
    }

    @Test
    void aSpecThatIsNull() {
        new StrangersJar()
                .source(
                        "dice.Dice",
                        StrangersJar.handler("dice", "Dice", "return null;")
                                .replaceFirst("return CommandSpec.*;", "return null;"))
                .service("dice.Dice")
                .to(plugins.resolve("dice.jar"));
        leftOut("dice.Dice of the plugin %s cannot be described: .*null.*", "dice.jar");
    }

    @Test
    void twoCommandsOfOneNameStopTheStartAndAreBothNamed() {
        StrangersJar.command("dice", "Dice", "\"six\"").to(plugins.resolve("dice.jar"));
        StrangersJar.command("luck", "Dice", "\"one\"").to(plugins.resolve("luck.jar"));
        assertThatThrownBy(this::start)
                .isInstanceOf(StartException.class)
                .hasMessage("Two commands are named DICE: one of dice ? (%s), one of luck ? (%s)"
                        .formatted(plugins.resolve("dice.jar"), plugins.resolve("luck.jar")));
    }

    @Test
    void aCommandOfTheForumsOwnCannotBeReplaced() {
        StrangersJar.command("luck", "Lst", "\"one\"").to(plugins.resolve("luck.jar"));
        assertThatThrownBy(this::start)
                .isInstanceOf(StartException.class)
                .hasMessageMatching("Two commands are named LST: one of forum.commands .+, one of luck .+luck.jar\\)");
    }

    @Test
    void aWordOfTheProtocolCannotBeACommand() {
        StrangersJar.command("luck", "Ping", "\"one\"").to(plugins.resolve("luck.jar"));
        assertThatThrownBy(this::start)
                .isInstanceOf(StartException.class)
                .hasMessageMatching("The command PING of luck .+luck.jar\\) has the name of a word of the protocol");
    }

    @Test
    void twoPluginsOfOneNameStopTheStartAndAreBothNamed() {
        StrangersJar.command("dice", "Dice", "\"six\"").to(plugins.resolve("dice-1.jar"));
        StrangersJar.command("dice", "Luck", "\"one\"").to(plugins.resolve("dice-2.jar"));
        assertThatThrownBy(this::start)
                .isInstanceOf(StartException.class)
                .hasMessage("Two plugins are named dice: " + plugins.resolve("dice-1.jar") + " and "
                        + plugins.resolve("dice-2.jar"));
    }

    @Test
    void trustInWhatIsNotThereIsTold() {
        try (ForumFixture forum = ForumFixture.start(
                new MemoryStorageProvider(), config -> config.withPlugins(p -> p.trusting(Set.of("dice"))))) {
            assertThat(warnings(forum)).containsExactly("No plugin is named dice, so there is nothing to trust");
        }
    }

    /** Start with a jar that is told of with one warning, beside a good one that is served all the same. */
    private void leftOut(String sentence, String place) {
        StrangersJar.command("good", "Good", "\"fine\"").to(plugins.resolve("good.jar"));
        try (ForumFixture forum = start()) {
            assertThat(warnings(forum)).singleElement().asString().matches(sentence.formatted(plugins.resolve(place)));
            assertThat(forum.login("mike").ask("GOOD")).isEqualTo("+fine");
            assertThat(forum.login("yoda").ask("DICE")).isEqualTo("-UNKNOWN Invalid command");
        }
    }

    private void broken(String member) {
        new StrangersJar()
                .source(
                        "dice.Dice",
                        StrangersJar.handler("dice", "Dice", "return null;")
                                .replaceFirst("CommandHandler \\{", "CommandHandler { " + member))
                .service("dice.Dice")
                .to(plugins.resolve("dice.jar"));
    }

    private void withLibrary(String name, String version) {
        Path library = new StrangersJar()
                .source("module-info", "module library { exports library; }")
                .source("library.Library", LIBRARY.formatted(version))
                .to(plugins.resolve(name + "/library.jar"));
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        StrangersJar.command(name, type, "library.Library.version()")
                .source("module-info", """
                        module %s {
                            requires forum.api;
                            requires library;
                            provides forum.api.command.CommandHandler with %s.%s;
                        }
                        """.formatted(name, name, type))
                .with(library)
                .to(plugins.resolve(name + "/" + name + ".jar"));
    }

    private ForumFixture start() {
        return ForumFixture.start(
                new MemoryStorageProvider(),
                config -> config.withPlugins(p -> p.in(List.of(plugins)).limitedTo(Duration.ofSeconds(1))));
    }

    private static List<String> warnings(ForumFixture forum) {
        return forum.log().lines().stream()
                .filter(line -> line.level() == Level.WARNING)
                .map(RecordedLog.Line::text)
                .toList();
    }

    private static List<String> texts(ForumFixture forum) {
        return forum.log().lines().stream().map(RecordedLog.Line::text).toList();
    }
}
