package forum.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "été 東京 😀", "👩\u200d🚀", "a\\b", "~", "\u00a0"})
    void whatIsHarmlessStays(String text) {
        assertThat(Printable.line(text)).isEqualTo(text);
        assertThat(Printable.lines(text)).isEqualTo(text);
    }

    @Test
    void whatIsHarmfulShows() {
        assertThat(Printable.line("\u001b[2J\u0007\0\r")).isEqualTo("\\x1b[2J\\x07\\x00\\x0d");
        assertThat(Printable.line("\u007f\u009b")).isEqualTo("\\x7f\\x9b");
        assertThat(Printable.line("\u202etxt.exe\u2066")).isEqualTo("\\u202etxt.exe\\u2066");
        assertThat(Printable.line("\u2028\u2029\u061c")).isEqualTo("\\u2028\\u2029\\u061c");
        assertThat(Printable.line("\ud800x")).isEqualTo("\\ud800x");
    }

    @Test
    void linesKeepTheirLayout() {
        assertThat(Printable.lines("a\n\tb\r\u001b")).isEqualTo("a\n\tb\\x0d\\x1b");
        assertThat(Printable.line("a\n\tb")).isEqualTo("a\\x0a\\x09b");
    }

    @Test
    void noCharacterThatMovesTheCursorIsLeft() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String shown = Printable.line(Character.toString(c));
            assertThat(shown.codePoints().anyMatch(Character::isISOControl))
                    .as("U+%04X", c)
                    .isFalse();
        }
    }
}
