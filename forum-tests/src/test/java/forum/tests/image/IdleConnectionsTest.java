package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand who are logged in and silent cost little. */
@EnabledIfSystemProperty(named = "forum.long", matches = "true")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IdleConnectionsTest {

    private static final int CONNECTIONS = 10_000;
    private static final long MOST_BYTES_EACH = 9_600;

    @TempDir
    private Path folder;

    @Test
    void tenThousandTakeLittleMemory() throws Exception {
        List<SocketChannel> idle = new ArrayList<>();
        try (ServerProcess server =
                ServerProcess.start(folder.resolve("data"), "--quiet", "--auth-per-user", "0", "--connections", "0")) {
            server.connect().login("mike");
            connect(server, idle, 500);
            Footprint before = Footprint.of(server);
            connect(server, idle, CONNECTIONS);
            Footprint after = Footprint.of(server);
            long heap = (after.heap() - before.heap()) / CONNECTIONS;
            long resident = (after.resident() - before.resident()) / CONNECTIONS;
            System.out.printf("Of an idle connection: %d bytes on the heap, %d in all%n", heap, resident);
            assertThat(heap).isLessThan(MOST_BYTES_EACH);
            assertThat(resident).as("with pages that held garbage once").isLessThan(2 * MOST_BYTES_EACH);
            assertThat(server.connect().ask("PING")).isEqualTo("+PONG");
        } finally {
            for (SocketChannel channel : idle) {
                channel.close();
            }
        }
    }

    private static void connect(ServerProcess server, List<SocketChannel> idle, int count) throws Exception {
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(there);
            idle.add(channel);
            channel.write(ByteBuffer.wrap("AUTH mike mike\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(5);
            while (answer.hasRemaining()) {
                assertThat(channel.read(answer)).isPositive();
            }
            assertThat(new String(answer.array(), StandardCharsets.US_ASCII)).isEqualTo("+OK\r\n");
        }
    }
}
