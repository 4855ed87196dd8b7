package forum.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RecordedLog;
import forum.testkit.storage.MemoryStorageProvider;
import forum.tests.abuse.Damage;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Send damaged objects: each is answered or hung up on, and nothing of it reaches the operator as a fault. */
class JsonNoiseTest {

    private static final int CONNECTIONS = Integer.getInteger("forum.rounds", 300);

    private static final List<String> MESSAGES = List.of(
            "{\"type\":\"login-N\",\"username\":\"yoda\"}{\"type\":\"login-P\",\"password\":\"yoda\"}",
            "{\"type\":\"login-N\",\"username\":\"new\"}{\"type\":\"login-NP\",\"password\":\"x\"}",
            "{\"type\":\"login-S\",\"status\":\"in\"}",
            "{\"type\":\"CRT\",\"name\":\"a\"}",
            "{\"type\":\"MSG\",\"thread\":\"a\",\"message\":\"h\\u00e9llo\"}",
            "{\"type\":\"EDT\",\"thread\":\"a\",\"message_number\":1,\"message\":\"x\"}",
            "{\"type\":\"DLT\",\"thread\":\"a\",\"message_number\":\"#2\"}",
            "{\"type\":\"LST\"}",
            "{\"type\":\"RDT\",\"thread\":\"a\"}",
            "{\"type\":\"UPD\",\"thread\":\"a\"}",
            "{\"type\":\"UPD\",\"username\":\"yoda\",\"filename\":\"f\",\"filesize\":5}01234",
            "{\"type\":\"DWN\",\"thread\":\"a\",\"filename\":\"f\"}",
            "*1\r\n$3\r\nLST\r\n",
            "{\"type\":{\"type\":[[[null]]]}}",
            "{\"type\":\"RMV\",\"thread\":\"a\"}");

    private final ForumFixture forum = ForumFixture.start(new MemoryStorageProvider());

    @AfterEach
    void stop() {
        forum.close();
    }

    @Test
    void damagedMessagesAreAnsweredOrHungUpOn() throws IOException {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        System.out.println("Damaged messages over " + CONNECTIONS + " connections, with -Dforum.seed=" + seed);
        Random random = new Random(seed);
        forum.login("yoda").close();
        for (int i = 0; i < CONNECTIONS; i++) {
            try (SeedClient client = SeedClient.connect(forum.port())) {
                client.send("{");
                client.send(damaged(random));
                assertThat(client.readToEnd()).as("seed %d", seed).doesNotContain("nternal");
            }
        }
        assertThat(forum.connect().ask("PING")).isEqualTo("+PONG");
        assertThat(forum.log().lines()).extracting(RecordedLog.Line::level).doesNotContain(Level.WARNING, Level.ERROR);
    }

    private static byte[] damaged(Random random) {
        byte[] all = new Damage(MESSAGES, StandardCharsets.UTF_8, 12, 10).some(random);
        // the first byte has chosen the door already
        return Arrays.copyOfRange(all, all[0] == '{' ? 1 : 0, all.length);
    }
}
