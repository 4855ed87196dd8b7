package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import forum.server.Tls;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever begins something and does not go on is hung up on, and what had come of it does nothing. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlinesTest {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final String LOGIN = "AUTH mike mike\r\n";
    private static final String LOGGED_IN = "+OK\r\n";

    private final ForumFixture forum = ForumFixture.start(
            new MemoryStorageProvider(),
            config -> config.withAccess(access -> access.withAuthPerUser(0))
                    .withNetwork(network -> network.with(new Tls.SelfSigned())
                            .with(network.limits()
                                    .withDeadlines(d -> d.withPieces(SOON, SOON).withHandshake(SOON)))));

    /** What a client says before it falls silent, and what it is answered before it is hung up on. */
    private record Half(String said, String answered) {}

    @Test
    void halfOfAnythingEndsTheConnection() throws Exception {
        try (forum) {
            RespClient mike = forum.login("mike");
            mike.ask("CRT", "a");
            for (Half half : List.of(
                    new Half("*", ""),
                    new Half("*2\r\n$7\r\nLOGIN-N\r\n$4\r\nmi", ""),
                    new Half("LOGIN-N mi", ""),
                    new Half("{\"type\":\"login-N\",", ""),
                    new Half("\u0016\u0003\u0001", ""),
                    new Half("\u0016\u0003\u0001\u0002\u0000", ""),
                    new Half(LOGIN + "*3\r\n$3\r\nMSG\r\n$1\r\na\r\n$5\r\nhel", LOGGED_IN),
                    new Half(LOGIN + "MSG a hel", LOGGED_IN),
                    new Half(LOGIN + "*4\r\n$3\r\nUPD\r\n$1\r\na\r\n$1\r\nf\r\n$99\r\nhel", LOGGED_IN))) {
                assertThat(answer(half.said())).as(half.said()).isEqualTo(half.answered());
            }
            assertThat(mike.ask("RDT", "a")).isEqualTo("[]");
            assertThat(mike.ask("UPD", "a", "f", "whole")).isEqualTo("+mike uploaded file f to a thread");
        }
    }

    @Test
    void aThousandOfThemKeepNobodyOut() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (forum) {
            for (int i = 0; i < 1_000; i++) {
                slow.add(say(i % 2 == 0 ? "*3\r\n$4\r\nAU" : "\u0016\u0003\u0001\u0002\u0000\u0001"));
            }
            RespClient mike = forum.login("mike");
            assertThat(mike.ask("CRT", "a")).isEqualTo("+Thread a created");
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().readAllBytes()).isEmpty();
            }
            assertThat(mike.ask("LST")).isEqualTo("[\"a\"]");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private String answer(String said) throws Exception {
        try (Socket socket = say(said)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private Socket say(String words) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), forum.port());
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
