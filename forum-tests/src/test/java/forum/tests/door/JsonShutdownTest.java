package forum.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The forum's first client is told that the server ends, behind the answers to all it has sent. */
class JsonShutdownTest {

    private final ForumFixture forum = ForumFixture.start(new MemoryStorageProvider());

    @AfterEach
    void stop() {
        forum.close();
    }

    @Test
    void shutdownReachesWhoeverIsThere() throws IOException {
        try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda");
                SeedClient mike = SeedClient.connect(forum.port()).login("mike")) {
            assertThat(mike.ask("{\"type\":\"LST\"}")).isEqualTo("{}");
            assertThat(yoda.ask("{\"type\":\"SHT\",\"AdmPassword\":\"" + ForumFixture.ADMIN_PASSWORD + "\"}"))
                    .isEqualTo("Goodbye. Server shutting down\n>");
            assertThat(mike.read()).isEqualTo("Goodbye. Server shutting down\n>");
            assertThat(mike.read()).isEmpty();
        }
    }

    @RepeatedTest(20)
    void allThatHasArrivedIsDoneBeforeTheServerEnds() throws IOException, InterruptedException {
        forum.login("mike").ask("CRT", "a");
        Thread stopping = Thread.ofVirtual().unstarted(forum::stop);
        try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            // TCP holds back what is sent behind what nobody has confirmed yet, as the last words of a login; an answer
            // does
            assertThat(yoda.ask("{\"type\":\"LST\"}")).isEqualTo("{\"a\":null}");
            yoda.send("{\"type\":\"MSG\",\"thread\":\"a\",\"message\":\"x\"}".repeat(100));
            stopping.start();
            assertThat(yoda.readUntilTheServerEnds())
                    .isEqualTo("Message posted to a thread".repeat(100) + "Goodbye. Server shutting down\n>");
        }
        stopping.join();
    }

    @Test
    void halfAnObjectIsLeftWhenTheServerEnds() throws IOException {
        try (SeedClient yoda = SeedClient.connect(forum.port()).login("yoda")) {
            yoda.send("{\"type\":\"CRT\",");
            forum.stop();
            assertThat(yoda.readUntilTheServerEnds()).isEqualTo("Goodbye. Server shutting down\n>");
        }
    }
}
