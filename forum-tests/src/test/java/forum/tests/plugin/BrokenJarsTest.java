package forum.tests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import forum.server.Plugins;
import forum.testkit.ForumFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a stranger's jar is told in one sentence that names it, and the forum is served without it. */
class BrokenJarsTest {

    private final Path folder;
    private final PluginsFolder plugins;

    BrokenJarsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.plugins = PluginsFolder.in(folder);
    }

    @Test
    void notAJar() throws Exception {
        Files.writeString(plugins.resolve("dice.jar"), "no jar");
        leftOut("The plugin %s is not loaded: it is not a jar \\(.+\\)", "dice.jar");
    }

    @Test
    void aFolderWithoutAJar() throws Exception {
        Files.createDirectory(plugins.resolve("dice"));
        leftOut("The plugin %s is not loaded: there is no jar in it", "dice");
    }

    @Test
    void aModularJarForANewerJava() throws Exception {
        StrangersJar.command("dice", "Dice", "\"six\"").ofTheFuture().to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s is not loaded: it is compiled for a newer Java than 25", "dice.jar");
    }

    @Test
    void aPlainJarForANewerJava() throws Exception {
        plainDice(source -> source).ofTheFuture().to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s is not served whole: it is compiled for a newer Java than 25", "dice.jar");
    }

    @Test
    void aModuleThatIsNotThere() throws Exception {
        Path missing = new StrangersJar()
                .source("module-info", "module not.there {}")
                .to(folder.resolve("elsewhere/missing.jar"));
        StrangersJar.command("dice", "Dice", "\"six\"")
                .requiring("not.there")
                .with(missing)
                .to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s is not loaded: Module not.there not found, required by dice", "dice.jar");
    }

    @Test
    void theApiBundledBesideIt() throws Exception {
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
    void theApiBundledIntoIt() throws Exception {
        new StrangersJar()
                .source("forum.api.Copy", "package forum.api; public class Copy {}")
                .to(plugins.resolve("dice.jar"));
        leftOut(
                "The plugin %s is not loaded: dice.jar holds a copy of forum-api, which the server has; build it without",
                "dice.jar");
    }

    @Test
    void aJarThatProvidesNothing() throws Exception {
        new StrangersJar().source("dice.Dice", "package dice; class Dice {}").to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s provides no command and no listener", "dice.jar");
    }

    @Test
    void aProviderThatIsNotInTheJar() throws Exception {
        new StrangersJar().service("dice.Dice").to(plugins.resolve("dice.jar"));
        leftOut("The plugin %s is not loaded: Provider class dice.Dice not in .*JAR file.*", "dice.jar");
    }

    @Test
    void aProviderThatThrowsInItsConstructor() throws Exception {
        broken("public Dice() { throw new IllegalStateException(\"no luck\"); }");
        leftOut("dice.Dice of the plugin %s cannot be created: IllegalStateException: no luck", "dice.jar");
    }

    @Test
    void aProviderThatFailsWithAnError() throws Exception {
        broken("static final int[] LUCK = {}; static final int SIX = LUCK[6];");
        leftOut("dice.Dice of the plugin %s cannot be created: ArrayIndexOutOfBoundsException: .+", "dice.jar");
    }

    @Test
    void aProviderWhoseConstructorNeverReturns() throws Exception {
        broken("public Dice() { while (true) { Thread.onSpinWait(); } }");
        leftOut(
                "dice.Dice of the plugin %s cannot be created: it took longer than 1 s",
                "dice.jar", Duration.ofSeconds(1));
    }

    @Test
    void aProviderWithoutAConstructorForTheServer() throws Exception {
        broken("public Dice(int sides) {}");
        leftOut("The plugin %s is not served whole: it lacks dice.Dice.<init>\\(\\)", "dice.jar");
    }

    @Test
    void anInvalidSpec() throws Exception {
        plainDice(source -> source.replace("\"DICE\"", "\"dice\"")).to(plugins.resolve("dice.jar"));
        leftOut(
                "dice.Dice of the plugin %s cannot be described: IllegalArgumentException: "
                        + "A command's name is 2 to 16 of A-Z 0-9 -, not 'dice'",
                "dice.jar");
    }

    @Test
    void aSpecThatIsNull() throws Exception {
        plainDice(source -> source.replaceFirst("return CommandSpec.*;", "return null;"))
                .to(plugins.resolve("dice.jar"));
        leftOut("dice.Dice of the plugin %s cannot be described: .*null.*", "dice.jar");
    }

    /** Start with a jar that is told of with one warning, beside a good one that is served all the same. */
    private void leftOut(String sentence, String place) throws InterruptedException {
        leftOut(sentence, place, Plugins.NONE.limit());
    }

    private void leftOut(String sentence, String place, Duration limit) throws InterruptedException {
        StrangersJar.command("good", "Good", "\"fine\"").to(plugins.resolve("good.jar"));
        try (ForumFixture forum = plugins.start(limit)) {
            assertThat(PluginsFolder.warnings(forum))
                    .singleElement()
                    .asString()
                    .matches(sentence.formatted(plugins.resolve(place)));
            assertThat(forum.login("mike").ask("GOOD")).isEqualTo("+fine");
            assertThat(forum.login("yoda").ask("DICE")).isEqualTo("-UNKNOWN Invalid command");
        }
    }

    private void broken(String member) {
        plainDice(source -> source.replaceFirst("CommandHandler \\{", "CommandHandler { " + member))
                .to(plugins.resolve("dice.jar"));
    }

    /** Begin a jar without a descriptor. */
    private static StrangersJar plainDice(UnaryOperator<String> change) {
        return new StrangersJar()
                .source("dice.Dice", change.apply(StrangersJar.handler("dice", "Dice", "return null;")))
                .service("dice.Dice");
    }
}
