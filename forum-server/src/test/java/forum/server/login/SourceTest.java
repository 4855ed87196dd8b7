package forum.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02/64",
        "2001:db8:1:2::1, 20:01:0d:b8:00:01:00:02/64"
    })
    void addressesThatOneSubscriberHasAreOneSource(String address, String source) throws UnknownHostException {
        assertThat(Source.of(InetAddress.getByName(address)).network()).isEqualTo(source);
    }

    @Test
    void theLoopbackIsItself() {
        assertThat(Source.of(InetAddress.getLoopbackAddress()).network()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    }
}
