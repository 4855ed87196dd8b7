package forum.tests.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RecordedLog;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Send damaged requests: each is answered or hung up on, and nothing of it reaches the operator as a fault. */
class NoiseTest {

    private static final int CONNECTIONS = Integer.getInteger("forum.rounds", 300);

    private static final List<String> REQUESTS = List.of(
            "PING\r\n",
            "*1\r\n$4\r\nPING\r\n",
            "*2\r\n$3\r\nCRT\r\n$1\r\na\r\n",
            "*3\r\n$3\r\nMSG\r\n$1\r\na\r\n$5\r\nhello\r\n",
            "*4\r\n$3\r\nEDT\r\n$1\r\na\r\n$1\r\n1\r\n$3\r\nbye\r\n",
            "DLT a #2\r\n",
            "*4\r\n$3\r\nRDT\r\n$1\r\na\r\n$2\r\n-5\r\n$2\r\n-1\r\n",
            "*4\r\n$3\r\nUPD\r\n$1\r\na\r\n$1\r\nf\r\n$20\r\nabcdefghijklmnopqrst\r\n",
            "*5\r\n$3\r\nDWN\r\n$1\r\na\r\n$1\r\nf\r\n$1\r\n3\r\n$1\r\n4\r\n",
            "FILES a\r\n",
            "HELLO 3\r\n",
            "COMMAND DOCS\r\n",
            "PSUBSCRIBE th[a-z]*\r\n",
            "UNSUBSCRIBE\r\n",
            "LOGIN-N yoda\r\n",
            "*2\r\n$7\r\nLOGIN-P\r\n$4\r\nyoda\r\n",
            "LST\r\n");

    private final ForumFixture forum = ForumFixture.start(
            new MemoryStorageProvider(), config -> config.withAccess(access -> access.withAuthPerUser(0)));

    @AfterEach
    void stop() {
        forum.close();
    }

    @Test
    void damagedRequestsAreAnsweredOrHungUpOn() {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        System.out.println("Damaged requests over " + CONNECTIONS + " connections, with -Dforum.seed=" + seed);
        Random random = new Random(seed);
        forum.login("mike").close();
        for (int i = 0; i < CONNECTIONS; i++) {
            RespClient client = forum.connect();
            if (random.nextBoolean()) {
                assertThat(client.ask("AUTH", "mike", "mike")).isEqualTo("+OK");
            }
            client.sendRaw(new Damage(REQUESTS, StandardCharsets.ISO_8859_1, 8, 6).some(random));
            client.stopSending();
            for (String reply = client.reply(); !reply.equals(RespClient.END); reply = client.reply()) {
                assertThat(reply).as("seed %d", seed).doesNotContain("INTERNAL");
            }
            client.close();
        }
        assertThat(forum.connect().ask("PING")).isEqualTo("+PONG");
        assertThat(forum.log().lines()).extracting(RecordedLog.Line::level).doesNotContain(Level.WARNING, Level.ERROR);
    }
}
