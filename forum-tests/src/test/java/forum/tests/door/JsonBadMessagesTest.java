package forum.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no message of the forum's first client gets a clear answer, or ends the connection, and stores nothing. */
class JsonBadMessagesTest {

    private final ForumFixture forum = ForumFixture.start(new MemoryStorageProvider());

    @AfterEach
    void stop() {
        forum.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"MSG\",\"thread\":\"a\"}",
                "{\"type\":\"MSG\",\"thread\":\"a\",\"message\":null}",
                "{\"type\":\"MSG\",\"thread\":[\"a\"],\"message\":\"x\"}",
                "{\"type\":\"MSG\",\"thread\":\"a\",\"message\":{\"x\":[1,2]}}",
                "{\"message\":true,\"type\":\"MSG\",\"thread\":\"a\",\"more\":1}"
            })
    void missingFieldsAreSyntaxErrors(String message) throws IOException {
        forum.login("mike").ask("CRT", "a");
        try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            assertThat(yoda.ask(message)).isEqualTo("Incorrect syntax for MSG");
            assertThat(yoda.ask("{\"type\":\"RDT\",\"thread\":\"a\"}")).isEqualTo("[\"mike\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"type\":5}", "{\"type\":\"SUBSCRIBE\"}", "{\"typ\":\"LST\"}", "{\"type\":\"lst\"}"})
    void unknownTypesAreInvalidCommands(String message) throws IOException {
        try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            assertThat(yoda.ask(message)).isEqualTo("Invalid command");
        }
    }

    @Test
    void whatIsNoMessageEndsTheConnectionAndStoresNothing() throws IOException {
        List<String> rubbish = List.of(
                "{\"type\":\"CRT\",\"name\":\"b\"]",
                "{".repeat(50),
                "{\"type\":\"CRT\",\"name\":" + "[".repeat(5_000),
                "{\"type\":\"CRT\",\"name\":\"" + "x".repeat(300_000),
                "{\"" + "x".repeat(100_000),
                endless("{", "\"%d\":null,"),
                endless("{\"type\":[", "{\"%d\":1},"),
                endless("{", "\"%d\":\"" + "x".repeat(50_000) + "\","),
                "{\"type\":\"CRT\",\"name\":\"\\ud800\"}",
                "{\"type\":\"CRT\",\"name\":" + "1".repeat(1_000) + "}",
                "{\"type\":\"CRT\",\"name\":\"\u0000\"}");
        for (String message : rubbish) {
            try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
                yoda.send(message);
                assertThat(yoda.readToEnd())
                        .startsWith("Not a message of the forum: ")
                        .hasSizeLessThan(1_000);
            }
        }
        assertThat(forum.login("mike").ask("LST")).isEqualTo("[]");
    }

    private static String endless(String beginning, String repeated) {
        StringBuilder object = new StringBuilder(beginning);
        for (int i = 0; i < 40; i++) {
            object.append(repeated.formatted(i));
        }
        return object.toString();
    }
}
