package forum.tests.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.storage.StorageProvider;
import forum.server.ForumServer;
import forum.server.ServerConfig;
import forum.server.StartException;
import forum.testkit.ForumFixture;
import forum.testkit.storage.MemoryStorageProvider;
import forum.tests.Storages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers' jars are served, however they are made, unless names clash: that stops the start. */
class StrangersJarsTest {

    private static final String LIBRARY = """
            package library;
            public class Library {
                public static String version() {
                    return "%s";
                }
            }
            """;

    private final PluginsFolder plugins;

    StrangersJarsTest(@TempDir Path folder) throws IOException {
        this.plugins = PluginsFolder.in(folder);
    }

    @Test
    void aModularJarIsServed() throws Exception {
        StrangersJar.command("dice", "Dice", "\"six\"").to(plugins.resolve("dice.jar"));
        try (ForumFixture forum = plugins.start()) {
            assertThat(forum.login("mike").ask("DICE")).isEqualTo("+six");
            assertThat(PluginsFolder.warnings(forum)).isEmpty();
            assertThat(PluginsFolder.lines(forum)).contains("dice ? (" + plugins.resolve("dice.jar") + "): DICE");
        }
    }

    @Test
    void aPlainJarIsServed() throws Exception {
        new StrangersJar()
                .source("dice.Dice", StrangersJar.handler("dice", "Dice", "return new Outcome.Line(\"six\");"))
                .service("dice.Dice")
                .to(plugins.resolve("dice-1.2.jar"));
        try (ForumFixture forum = plugins.start()) {
            assertThat(forum.login("mike").ask("DICE")).isEqualTo("+six");
            assertThat(PluginsFolder.lines(forum)).contains("dice 1.2 (" + plugins.resolve("dice-1.2.jar") + "): DICE");
        }
    }

    @Test
    void twoPluginsCarryTwoVersionsOfOneLibrary() throws Exception {
        withLibrary("first", "1.0");
        withLibrary("second", "2.0");
        try (ForumFixture forum = plugins.start()) {
            assertThat(forum.login("mike").ask("FIRST")).isEqualTo("+1.0");
            assertThat(forum.login("yoda").ask("SECOND")).isEqualTo("+2.0");
            assertThat(PluginsFolder.warnings(forum)).isEmpty();
        }
    }

    @Test
    void aLibraryMayBeOneThatTheServerHasInAnotherVersion() {
        Path library = new StrangersJar()
                .source("module-info", "module com.fasterxml.jackson.core { exports com.fasterxml.jackson.core; }")
                .source(
                        "com.fasterxml.jackson.core.Own",
                        "package com.fasterxml.jackson.core; public class Own { public static String line = \"own\"; }")
                .to(plugins.resolve("json/jackson-core.jar"));
        StrangersJar.command("json", "Json", "com.fasterxml.jackson.core.Own.line")
                .requiring("com.fasterxml.jackson.core")
                .with(library)
                .to(plugins.resolve("json/json.jar"));
        try (ForumFixture forum = plugins.start()) {
            assertThat(forum.login("mike").ask("JSON")).isEqualTo("+own");
        }
    }

    @Test
    void twoCommandsOfOneNameStopTheStartAndAreBothNamed() {
        StrangersJar.command("dice", "Dice", "\"six\"").to(plugins.resolve("dice.jar"));
        StrangersJar.command("luck", "Dice", "\"one\"").to(plugins.resolve("luck.jar"));
        assertThatThrownBy(plugins::start)
                .isInstanceOf(StartException.class)
                .hasMessage("Two commands are named DICE: one of dice ? (%s), one of luck ? (%s)"
                        .formatted(plugins.resolve("dice.jar"), plugins.resolve("luck.jar")));
    }

    @Test
    void aCommandOfTheForumsOwnCannotBeReplaced() {
        StrangersJar.command("luck", "Lst", "\"one\"").to(plugins.resolve("luck.jar"));
        assertThatThrownBy(plugins::start)
                .isInstanceOf(StartException.class)
                .hasMessageMatching("Two commands are named LST: one of forum.commands .+, one of luck .+luck.jar\\)");
    }

    @Test
    void aWordOfTheProtocolCannotBeACommand() {
        StrangersJar.command("luck", "Ping", "\"one\"").to(plugins.resolve("luck.jar"));
        assertThatThrownBy(plugins::start)
                .isInstanceOf(StartException.class)
                .hasMessageMatching("The command PING of luck .+luck.jar\\) has the name of a word of the protocol");
    }

    @Test
    void twoPluginsOfOneNameStopTheStartAndAreBothNamed() {
        StrangersJar.command("dice", "Dice", "\"six\"").to(plugins.resolve("dice-1.jar"));
        StrangersJar.command("dice", "Luck", "\"one\"").to(plugins.resolve("dice-2.jar"));
        assertThatThrownBy(plugins::start)
                .isInstanceOf(StartException.class)
                .hasMessage("Two plugins are named dice: " + plugins.resolve("dice-1.jar") + " and "
                        + plugins.resolve("dice-2.jar"));
    }

    @Test
    void aStartThatAJarStopsLetsGoOfTheDataThatWasBeingOpened(@TempDir Path data) {
        StrangersJar.command("luck", "Ping", "\"one\"").to(plugins.resolve("luck.jar"));
        StorageProvider storage = Storages.named("fs");
        ServerConfig config =
                ServerConfig.of(data, storage, "admin").withPlugins(found -> found.in(List.of(plugins.path())));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> ForumServer.start(config)).isInstanceOf(StartException.class);
            storage.open(new StorageProvider.Config(data, Map.of(), config.clock()))
                    .close();
        }
    }

    @Test
    void trustInWhatIsNotThereIsTold() throws Exception {
        try (ForumFixture forum = ForumFixture.start(
                new MemoryStorageProvider(), config -> config.withPlugins(given -> given.trusting(Set.of("dice"))))) {
            assertThat(PluginsFolder.warnings(forum))
                    .containsExactly("No plugin is named dice, so there is nothing to trust");
        }
    }

    private void withLibrary(String name, String version) {
        Path library = new StrangersJar()
                .source("module-info", "module library { exports library; }")
                .source("library.Library", LIBRARY.formatted(version))
                .to(plugins.resolve(name + "/library.jar"));
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        StrangersJar.command(name, type, "library.Library.version()")
                .requiring("library")
                .with(library)
                .to(plugins.resolve(name + "/" + name + ".jar"));
    }
}
