package forum.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WireOutputTest {

    @Test
    void whatResp2LacksIsWrittenAsRedisDoes() throws IOException {
        assertThat(written(2, WireOutputTest::everything))
                .isEqualTo("*2\r\n$1\r\nk\r\n:1\r\n*1\r\n:-7\r\n*1\r\n$-1\r\n+OK\r\n-CODE text\r\n");
    }

    @Test
    void resp3HasTypesForAll() throws IOException {
        assertThat(written(3, WireOutputTest::everything))
                .isEqualTo("%1\r\n$1\r\nk\r\n#t\r\n~1\r\n:-7\r\n>1\r\n_\r\n+OK\r\n-CODE text\r\n");
    }

    private static void everything(WireOutput out) {
        out.map(1);
        out.bulk("k");
        out.bool(true);
        out.set(1);
        out.number(-7);
        out.push(1);
        out.nil();
        out.simple("OK");
        out.error("CODE", "text");
    }

    @Test
    void numbersAreWrittenToTheLastDigit() throws IOException {
        for (long number : new long[] {
            0, 9, 10, 99, 100, 1_000_000_007, Long.MAX_VALUE, -1, -10, Long.MIN_VALUE, 999_999_999_999_999_999L
        }) {
            assertThat(written(2, out -> out.number(number))).isEqualTo(":" + number + "\r\n");
        }
    }

    @Test
    void aTextIsWrittenAsItsBytes() throws IOException {
        assertThat(written(2, out -> out.bulk(Text.of("é\n")))).isEqualTo("$3\r\né\n\r\n");
    }

    @Test
    void namesAreWrittenAsTheirBytes() throws IOException {
        for (String name : new String[] {"", "yoda", "Zoë", "😀", "a" + "é".repeat(300)}) {
            assertThat(written(2, out -> out.raw(name))).isEqualTo(name);
            int length = name.getBytes(StandardCharsets.UTF_8).length;
            assertThat(written(2, out -> out.bulk(name))).isEqualTo("$" + length + "\r\n" + name + "\r\n");
        }
    }

    @Test
    void aCharacterIsFoundWhereverItStands() {
        for (int length = 1; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                for (char other : new char[] {'\n' - 1, '\n' + 1, '\n' | 0x80, 0, 0xff}) {
                    byte[] bytes = new byte[length];
                    Arrays.fill(bytes, (byte) other);
                    assertThat(contains(bytes, 0)).isFalse();
                    bytes[at] = '\n';
                    assertThat(contains(bytes, 0)).isTrue();
                    assertThat(contains(bytes, at)).isTrue();
                    assertThat(contains(bytes, at + 1)).isFalse();
                }
            }
        }
    }

    private static boolean contains(byte[] bytes, int from) {
        WireOutput out = new WireOutput();
        out.raw(bytes, 0, bytes.length);
        return out.contains('\n', from);
    }

    @Test
    void aLineCannotHoldAnother() {
        WireOutput out = new WireOutput();
        assertThatThrownBy(() -> out.simple("a\r\n+OK")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> out.error("CODE", "a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void whatIsTruncatedIsNotWritten() throws IOException {
        assertThat(written(2, out -> {
                    out.simple("kept");
                    int size = out.size();
                    out.bulk("x".repeat(10_000));
                    out.truncate(size);
                    out.simple("too");
                }))
                .isEqualTo("+kept\r\n+too\r\n");
    }

    @Test
    void whatIsDrainedIsWrittenOnce() throws IOException {
        WireOutput out = new WireOutput();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            out.bulk("x".repeat(10_000));
            out.drainTo(Channels.newChannel(bytes));
            assertThat(out.size()).isZero();
        }
        assertThat(bytes.size()).isEqualTo(3 * ("$10000\r\n".length() + 10_000 + 2));
    }

    private static String written(int protocol, Consumer<WireOutput> writer) throws IOException {
        WireOutput out = new WireOutput();
        out.protocol(protocol);
        writer.accept(out);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        out.drainTo(Channels.newChannel(bytes));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void digitsAreAsManyAsWasTold() {
        for (long number : new long[] {0, 9, 10, 99, 100, 12345, Long.MAX_VALUE}) {
            WireOutput out = new WireOutput();
            out.digits(number);
            assertThat(out.size())
                    .isEqualTo(WireOutput.digitCount(number))
                    .isEqualTo(Long.toString(number).length());
        }
    }

    @Test
    void whatWaitsIsSearchedFromAPlaceOn() {
        WireOutput out = new WireOutput();
        out.raw('\n');
        out.raw('x');
        assertThat(out.contains('\n', 0)).isTrue();
        assertThat(out.contains('\n', 1)).isFalse();
        out.raw('\n');
        assertThat(out.contains('\n', 1)).isTrue();
    }
}
