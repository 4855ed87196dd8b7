package forum.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    private final FileNames names = new FileNames();

    @ParameterizedTest
    @CsvSource({
        "lunch, lunch",
        "menu.pdf, menu.pdf",
        ".profile, _profile~7",
        "-rf, _rf~7",
        "con, _con~7",
        "Nul.txt, _Nul.txt~7",
        "what?, what_~7",
        "'a/../b', 'a_.._b~7'",
        "dot., dot_~7",
        "été, été"
    })
    void aNameIsKeptOrMadeHarmless(String wanted, String name) {
        assertThat(names.take(wanted, 7)).isEqualTo(name);
    }

    @Test
    void noTwoAreTheSameOnASystemThatIgnoresCase() {
        assertThat(names.take("a-b", 1)).isEqualTo("a-b");
        assertThat(names.take("A-B", 2)).isEqualTo("A-B~2");
        assertThat(names.take("a-b", 3)).isEqualTo("a-b~3");
        assertThat(names.take("a-b~4", 9)).isEqualTo("a-b~4");
        assertThat(names.take("a-b", 4)).isEqualTo("a-b~4~3");
        assertThat(names.take("\u00c5", 5)).isEqualTo("\u00c5");
        assertThat(names.take("A\u030a", 6)).isEqualTo("A\u030a~6");
    }

    @Test
    void whateverUsersTypeBecomesOneShortNameOfItsOwn() {
        Random random = new Random(1);
        String parts = "aA.-~?/\\ \u00e9\u20ac1\u202e";
        Set<String> all = new HashSet<>();
        for (int id = 1; id < 20_000; id++) {
            StringBuilder wanted = new StringBuilder();
            for (int length = random.nextInt(4) + random.nextInt(40) / 39 * 300; length >= 0; length--) {
                wanted.append(parts.charAt(random.nextInt(parts.length())));
            }
            String name = names.take(wanted.toString(), id);
            assertThat(all.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
            assertThat(name).doesNotContain("/", "\\").doesNotStartWith(".").doesNotStartWith("-");
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 255);
        }
    }
}
