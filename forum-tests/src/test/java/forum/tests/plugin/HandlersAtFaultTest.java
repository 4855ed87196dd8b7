package forum.tests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.command.Outcome;
import forum.server.Plugins;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a plugin's handler does, its call is answered, the log says what it was, and everybody else goes on. */
class HandlersAtFaultTest {

    private static final String INTERNAL = "-INTERNAL Something went wrong in the server; it was logged";

    private final FaultyHandlers handlers = new FaultyHandlers();

    @AfterEach
    void letThemEnd() {
        handlers.letThemEnd();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "THROWS, IllegalStateException: no luck",
                "ERROR, StackOverflowError",
                "NULL, It gave null",
                "OTHER, The outcome Lines is not what the spec promises",
                "STORES, A value has at most 65536 bytes",
                "PAGE, A page of a plugin's own has at most 100000 entries, not 2147483647",
                "LIES, a page of its own"
            })
    void whatIsWrongIsAnsweredAndLogged(String commandAndReason) throws InterruptedException {
        String command = commandAndReason.split(", ", 2)[0];
        String reason = commandAndReason.split(", ", 2)[1];
        try (ForumFixture forum = start()) {
            RespClient mike = forum.login("mike");
            assertThat(mike.ask(command)).isEqualTo(INTERNAL);
            awaitLog(forum, command + " of forum.tests.plugin", reason);
            assertThat(mike.ask("LST")).isEqualTo("[]");
        }
    }

    @Test
    void aLineThatIsTooLongIsCut() {
        try (ForumFixture forum = start()) {
            assertThat(forum.login("mike").ask("LONG")).isEqualTo("+" + "x".repeat(Outcome.MAX_LINE - 1) + "…");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPINS", "SLEEPS", "ENDLESS"})
    void whoIsStuckIsGivenUpAndDisabledInTheEndWhileOthersGoOn(String command) throws InterruptedException {
        try (ForumFixture forum = start(Duration.ofMillis(200))) {
            RespClient mike = forum.login("mike");
            RespClient yoda = forum.login("yoda");
            for (int i = 1; i <= 3; i++) {
                mike.send(command);
                assertThat(yoda.ask("CRT", "a" + i)).isEqualTo("+Thread a" + i + " created");
                assertThat(mike.reply()).isEqualTo(INTERNAL);
                assertThat(mike.ask("MSG", "a" + i, "still here")).startsWith("+Message posted");
                awaitLog(forum, command, "it took longer than 0.2 s; that is stuck the " + i + ". time of 3");
            }
            assertThat(mike.ask("THROWS")).isEqualTo(INTERNAL);
            awaitLog(forum, "THROWS", "the plugin is disabled, because it was stuck 3 times");
            assertThat(yoda.ask("RDT", "a3")).isEqualTo("[\"1 mike: still here\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILE", "STUCK-FILE"})
    void aFileThatNeverComesEndsItsOwnConnectionAlone(String command) throws InterruptedException {
        try (ForumFixture forum = start(Duration.ofSeconds(1))) {
            RespClient yoda = forum.login("yoda");
            RespClient mike = forum.login("mike");
            mike.send(command);
            assertThat(yoda.ask("CRT", "a")).isEqualTo("+Thread a created");
            assertThat(mike.rawReply(7)).isEqualTo("$100\\r\\n");
            assertThat(mike.rawReply(1)).isEmpty();
            assertThat(yoda.ask("LST")).isEqualTo("[\"a\"]");
            awaitLog(forum, command + " gave what cannot be written");
        }
    }

    @Test
    void aFloodOfRowsReachesWhoAskedWhileOthersGoOn() {
        try (ForumFixture forum = start()) {
            RespClient mike = forum.login("mike");
            RespClient yoda = forum.login("yoda");
            mike.send("FLOOD");
            assertThat(yoda.ask("CRT", "a")).isEqualTo("+Thread a created");
            assertThat(mike.reply()).hasSizeGreaterThan(10_000_000);
            assertThat(mike.ask("LST")).isEqualTo("[\"a\"]");
        }
    }

    @Test
    void aFloodOfNewsBecomesOneNoteOfWhatWasMissed() {
        try (ForumFixture forum = start()) {
            RespClient yoda = forum.login("yoda");
            yoda.ask("HELLO", "3");
            yoda.ask("SUBSCRIBE", "user:yoda");
            RespClient mike = forum.login("mike");
            assertThat(mike.ask("TELLS")).isEqualTo("+Told");
            assertThat(mike.ask("LST")).isEqualTo("[]");
            String heard = yoda.reply();
            while (!heard.contains("\"missed\"")) {
                assertThat(heard).contains("\"told\"");
                heard = yoda.reply();
            }
        }
    }

    @Test
    void aPageAndAFileOfItsOwnMakingAreWritten() {
        try (ForumFixture forum = start()) {
            RespClient mike = forum.login("mike");
            assertThat(mike.ask("OWN-PAGE")).isEqualTo("[\"1 yoda: hi\"]");
            assertThat(mike.ask("OWN-FILE")).isEqualTo("\"" + "x".repeat(200_000) + "\"");
        }
    }

    private static void awaitLog(ForumFixture forum, String... parts) throws InterruptedException {
        forum.log().await(0, line -> Stream.of(parts).allMatch(line::contains), String.join(" … ", parts));
    }

    private ForumFixture start() {
        return start(Plugins.NONE.limit());
    }

    private ForumFixture start(Duration limit) {
        return ForumFixture.start(
                new MemoryStorageProvider(),
                config ->
                        config.withPlugins(plugins -> plugins.of(handlers.all()).limitedTo(limit)));
    }
}
