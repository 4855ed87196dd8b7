package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import forum.server.ServerConfig.Access.Registration;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A code that is kept for later is worth nothing in the end. */
class InvitationTest {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]{4}(-[a-z0-9]{4}){4}");

    private final ForumFixture forum = ForumFixture.start(
            new MemoryStorageProvider(), c -> c.withAccess(access -> access.withRegistration(Registration.INVITE)));

    @Test
    void aCodeIsGoodForThirtyDays() throws IOException {
        try (forum) {
            String early = invite();
            String late = invite();
            forum.clock().pass(Duration.ofDays(30).minusMillis(1));
            assertThat(register("mike", early)).isEqualTo("+YN");
            forum.clock().pass(Duration.ofMillis(1));
            assertThat(register("yoda", late)).startsWith("-INVITE ");
        }
    }

    private String register(String user, String code) {
        RespClient newcomer = forum.connect();
        assertThat(newcomer.ask("LOGIN-N", user)).isEqualTo("+NU");
        return newcomer.ask("LOGIN-NP", "secret", code);
    }

    /** Order a code as {@code forum-server users invite} does. */
    private String invite() throws IOException {
        try (SocketChannel control = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            control.connect(UnixDomainSocketAddress.of(forum.data().resolve("control.sock")));
            control.write(ByteBuffer.wrap("*2\r\n$5\r\nusers\r\n$6\r\ninvite\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer said = ByteBuffer.allocate(1024);
            Matcher code = CODE.matcher("");
            while (!code.find()) {
                assertThat(control.read(said)).isPositive();
                code.reset(new String(said.array(), 0, said.position(), StandardCharsets.US_ASCII));
            }
            return code.group();
        }
    }
}
