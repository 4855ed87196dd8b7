package forum.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.storage.Capacity;
import forum.server.Limits;
import forum.server.ServerConfig;
import forum.testkit.ForumFixture;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The limits of the forum hold for its first client, and cost it what they cost everybody. */
class JsonLimitsTest {

    private static final String READ = "{\"type\":\"RDT\",\"thread\":\"a\"}";

    @Test
    void aMessageOfTheClientIsOneRequestOfTheUser() throws IOException {
        Limits limits = Limits.DEFAULT.withRequests(1, 12).onLoopbackToo();
        try (ForumFixture forum = start(config -> config.withNetwork(network -> network.with(limits)));
                SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            assertThat(yoda.ask("{\"type\":\"CRT\",\"name\":\"a\"}")).isEqualTo("Thread a created");
            assertThat(yoda.upload("a", "yoda", "f", new byte[1])).isEqualTo("yoda uploaded file f to a thread");
            String thread = "[\"yoda\",\"yoda uploaded f\"]";
            for (int i = 0; i < 9; i++) {
                assertThat(yoda.ask(READ)).isEqualTo(thread);
            }
            String answer = yoda.ask(READ);
            while (answer.equals(thread)) {
                answer = yoda.ask(READ);
            }
            assertThat(answer).isEqualTo("Too many requests: 1 a second, 12 at once");
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        try (ForumFixture forum =
                        start(config -> config.withCapacity(capacity -> capacity.with(new Capacity.Files(10, 0, 0))));
                SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            yoda.ask("{\"type\":\"CRT\",\"name\":\"a\"}");
            assertThat(yoda.upload("a", "yoda", "f", new byte[11])).isEqualTo("A file has at most 10 bytes");
            assertThat(yoda.upload("a", "yoda", "f", new byte[10])).isEqualTo("yoda uploaded file f to a thread");
        }
    }

    @Test
    void noFileIsLargerThanTheProtocolHasIt() throws IOException {
        try (ForumFixture forum =
                        start(config -> config.withCapacity(capacity -> capacity.with(new Capacity.Files(0, 0, 0))));
                SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            yoda.ask("{\"type\":\"CRT\",\"name\":\"a\"}");
            assertThat(yoda.ask("{\"type\":\"UPD\",\"thread\":\"a\"}")).isEqualTo("{OK");
            assertThat(yoda.ask("{\"type\":\"UPD\",\"filename\":\"f\",\"filesize\":4294967297}"))
                    .isEqualTo("A file has at most 4294967296 bytes");
        }
    }

    private static ForumFixture start(UnaryOperator<ServerConfig> change) {
        return ForumFixture.start(new MemoryStorageProvider(), change);
    }
}
