package forum.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "\n", "\t", "a\nb", "é", "東京 😀", "e\u0301", "\u202e", "{} %s"})
    void aGoodTextIsKeptAsItIs(String text) {
        assertThat(Text.of(text).checked()).isEqualTo(new Answer.Done<>(Text.of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\u001b[2J", "\u007f", "\u0085", "\u009b", "a\rb", "\r", "a\r", "\r\r\n", "é\u0007"})
    void controlCharactersAreRefused(String text) {
        assertThat(refusal(Text.of(text))).isEqualTo("BADTEXT");
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        int[][] all = {
            {0xff}, {0xc3}, {'a', 0x80}, {0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xf4, 0x90, 0x80, 0x80}, {0xe2, 0x82}
        };
        for (int[] bad : all) {
            byte[] bytes = new byte[bad.length];
            for (int i = 0; i < bad.length; i++) {
                bytes[i] = (byte) bad[i];
            }
            assertThat(refusal(Text.of(bytes))).isEqualTo("BADTEXT");
        }
    }

    @Test
    void carriageReturnsBeforeLineFeedsGo() {
        assertThat(Text.of("a\r\nb\r\n\r\né").checked()).isEqualTo(new Answer.Done<>(Text.of("a\nb\n\né")));
    }

    @Test
    void aTextHasOneByteTo64KiB() {
        assertThat(refusal(Text.of(""))).isEqualTo("BADTEXT");
        assertThat(Text.of("x".repeat(65_536)).checked()).isInstanceOf(Answer.Done.class);
        assertThat(refusal(Text.of("x".repeat(65_537)))).isEqualTo("TOOBIG");
        assertThat(refusal(Text.of("é".repeat(32_769)))).isEqualTo("TOOBIG");
    }

    @Test
    void aTextIsASliceOfStoredBytes() {
        ByteBuffer memory = ByteBuffer.allocateDirect(100).put(10, "hello".getBytes(StandardCharsets.UTF_8));
        Text text = Text.stored(memory, 10, 5);
        assertThat(text)
                .isEqualTo(Text.of("hello"))
                .hasSameHashCodeAs(Text.of("hello"))
                .hasToString("hello");
        ByteBuffer target = ByteBuffer.allocate(8);
        text.writeTo(target);
        assertThat(target.position()).isEqualTo(5);
        assertThat(memory.position()).isZero();
    }

    private static String refusal(Text text) {
        return text.checked() instanceof Answer.Refused<Text>(Refusal refusal) ? refusal.code() : "none";
    }
}
