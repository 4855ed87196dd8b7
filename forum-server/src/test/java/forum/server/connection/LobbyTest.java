package forum.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import forum.server.Limits;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class LobbyTest {

    private final Lobby lobby = new Lobby(Limits.DEFAULT.withConnections(5, 2));

    private boolean admits(String address) {
        return lobby.admits(InetAddress.ofLiteral(address));
    }

    @Test
    void anAddressHasItsShare() {
        assertThat(admits("203.0.113.7")).isTrue();
        assertThat(admits("203.0.113.7")).isTrue();
        assertThat(admits("203.0.113.7")).isFalse();
        assertThat(admits("203.0.113.8")).isTrue();
        lobby.left(InetAddress.ofLiteral("203.0.113.7"));
        assertThat(admits("203.0.113.7")).isTrue();
    }

    @Test
    void allAddressesOfASubscriberShareOne() {
        assertThat(admits("2001:db8:0:1::1")).isTrue();
        assertThat(admits("2001:db8:0:1:ffff::2")).isTrue();
        assertThat(admits("2001:db8:0:1::3")).isFalse();
        assertThat(admits("2001:db8:0:2::1")).isTrue();
        lobby.left(InetAddress.ofLiteral("2001:db8:0:1::1"));
        assertThat(admits("2001:db8:0:1::4")).isTrue();
    }

    @Test
    void thisMachineHasNoShareButThereAreOnlySoManyInAll() {
        for (int i = 0; i < 5; i++) {
            assertThat(admits("127.0.0.1")).isTrue();
        }
        assertThat(admits("127.0.0.1")).isFalse();
        assertThat(admits("203.0.113.7")).isFalse();
    }
}
