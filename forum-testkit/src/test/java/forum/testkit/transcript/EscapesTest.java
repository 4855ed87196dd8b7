package forum.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscapesTest {

    @Test
    void wordsAreSplitAtBlanksOutsideOfQuotes() {
        assertThat(words("MSG a hello")).containsExactly("MSG", "a", "hello");
        assertThat(words("MSG a \"hi  you\" \"\" x")).containsExactly("MSG", "a", "hi  you", "", "x");
        assertThat(words("MSG \"say \\\"hi\\\"\"")).containsExactly("MSG", "say \"hi\"");
        assertThat(words("it's a\"b")).containsExactly("it's", "a\"b");
    }

    @Test
    void escapesAreBytesAndCharacters() {
        assertThat(Escapes.bytes("a\\r\\n\\t\\\\\\x00\\xff")).containsExactly('a', '\r', '\n', '\t', '\\', 0, 0xff);
        assertThat(Escapes.bytes("\\u00e9é")).asString(StandardCharsets.UTF_8).isEqualTo("éé");
    }

    @Test
    void anUnknownEscapeIsAMistake() {
        assertThatThrownBy(() -> Escapes.bytes("\\q")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsRepeatedIsWrittenOut() {
        assertThat(Escapes.repeated("x\\{3*ab}\\{2*\\n}y")).isEqualTo("xababab\\n\\ny");
        assertThat(Escapes.repeated("\\{2*$1}")).isEqualTo("$1$1");
    }

    private static List<String> words(String text) {
        return Escapes.words(text).stream()
                .map(word -> new String(word, StandardCharsets.UTF_8))
                .toList();
    }
}
