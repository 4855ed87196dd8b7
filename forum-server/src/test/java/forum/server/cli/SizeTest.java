package forum.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {

    private static Size size(String given) {
        return Size.parse(given);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1000, 1000, 1000", "64k, 65536, 64K", "65536, 65536, 64K", "4G, 4294967296, 4G"})
    void isReadAndWritten(String given, long bytes, String written) {
        assertThat(size(given).bytes()).isEqualTo(bytes);
        assertThat(size(given)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5G", "4GB", "G", "4 G", "0x10", "99999999999G", "9999999999999"})
    void whatIsNoSizeIsRefused(String given) {
        assertThatThrownBy(() -> size(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no number of bytes");
    }
}
