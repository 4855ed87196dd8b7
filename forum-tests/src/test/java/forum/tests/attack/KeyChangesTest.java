package forum.tests.attack;

import static org.assertj.core.api.Assertions.assertThat;

import forum.server.Tls;
import forum.testkit.ForumFixture;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.IOException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Attack with what TLS has of its own beside the bytes that it carries. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeyChangesTest {

    /** Each costs the server an answer, and brings nothing that could be counted as a request. */
    @Test
    void whoOnlyChangesKeysIsSentAway() throws Exception {
        try (ForumFixture forum = ForumFixture.start(
                        new MemoryStorageProvider(),
                        c -> c.withNetwork(network -> network.with(new Tls.SelfSigned())));
                SSLSocket socket = TlsClient.socket(forum.port())) {
            socket.setSoTimeout(1);
            int changes = 0;
            while (changesKey(socket)) {
                changes++;
                assertThat(changes).isLessThan(10_000);
            }
        }
    }

    /** Have a key changed, and take the answer; false if the server has gone away. */
    private static boolean changesKey(SSLSocket socket) {
        try {
            socket.startHandshake();
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException answered) {
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
