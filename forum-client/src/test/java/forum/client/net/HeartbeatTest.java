package forum.client.net;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Simple;
import forum.client.ScriptedForum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HeartbeatTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LATER = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aSilentConnectionIsKeptAlive() throws Exception {
        try (ScriptedForum forum = new ScriptedForum().on("PING", new Simple("PONG"));
                Connection connection = Connection.open(forum.address())) {
            connection.keepAlive(SOON, LONG);
            forum.awaitRequest("PING");
            assertThat(connection.ended()).isNotDone();
        }
    }

    @Test
    void aServerThatIsGoneWithoutAWordIsFoundOut() throws Exception {
        try (ScriptedForum forum = new ScriptedForum().onRaw("PING", new byte[0]);
                Connection connection = Connection.open(forum.address())) {
            connection.keepAlive(SOON, SOON);
            assertThat(connection.ended().join())
                    .isEqualTo(new Ending.Lost("The server at " + forum.address() + " does not answer any more"));
        }
    }

    @Test
    void aServerThatSaysNewsAndAnswersNothingIsFoundOut() throws Exception {
        try (ScriptedForum forum = new ScriptedForum().onRaw("PING", new byte[0]);
                Connection connection = Connection.open(forum.address())) {
            connection.keepAlive(LATER, LATER);
            Thread.ofVirtual().start(() -> pushForEver(forum));
            assertThat(connection.ended().get())
                    .isEqualTo(new Ending.Lost("The server at " + forum.address() + " does not answer any more"));
        }
    }

    private static void pushForEver(ScriptedForum forum) {
        WireValue news = new WireValue.Push(List.of(new Simple("message")));
        try {
            while (true) {
                forum.push(news);
            }
        } catch (IOException | InterruptedException hungUp) {
            return;
        }
    }

    @Test
    void aServerThatTakesAFileIsGivenTime() throws Exception {
        try (ScriptedForum forum = new ScriptedForum().onRaw("UPD a f x", new byte[0]);
                Connection connection = Connection.open(forum.address())) {
            connection.send(
                    Request.of("UPD", "a", "f"), 1, channel -> channel.write(ByteBuffer.wrap(new byte[] {'x'})));
            forum.awaitRequest("UPD");
            assertThat(connection.isSendingMuch()).isTrue();
        }
    }
}
