package forum.api;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Name.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "mike", "...", "-rf", "#1", "東京", "é", "😀", "a.b", "{0}", "$HOME", "~", "�"})
    void anOrdinaryNameIsGoodForAll(String name) {
        for (Kind kind : Kind.values()) {
            assertThat(new Name(name).flaw(kind)).as("%s", kind).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/b",
                "a\\b",
                "a:b",
                "a\tb",
                "a\nb",
                "a\rb",
                "a\0",
                "a\u001b",
                "a\u007f",
                "a\u0085b",
                "a\u00a0b",
                "a\u2028b",
                "a\u200bb",
                "a\u200db",
                "a\u202eb",
                "\ufeffa",
                "e\u0301",
                "\ud800",
                " ",
                " a",
                "a ",
                "\u3000",
                "a\u00ad",
                "\ud83d",
                "\u0378"
            })
    void aBadNameIsBadForAll(String name) {
        for (Kind kind : Kind.values()) {
            assertThat(new Name(name).flaw(kind))
                    .as("%s", kind)
                    .map(Refusal::code)
                    .contains("BADNAME");
        }
    }

    @Test
    void onlyAFilesNameHasSpacesInside() {
        Name name = new Name("my holiday.jpg");
        assertThat(name.flaw(Kind.FILE)).isEmpty();
        assertThat(name.flaw(Kind.USER)).isPresent();
        assertThat(name.flaw(Kind.THREAD)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "THREAD"})
    void usersAndTitlesHaveUpTo64CodePoints(Kind kind) {
        assertThat(new Name("😀".repeat(64)).flaw(kind)).isEmpty();
        assertThat(new Name("😀".repeat(65)).flaw(kind)).isPresent();
        assertThat(new Name("x".repeat(65)).flaw(kind)).isPresent();
    }

    @Test
    void filesHaveUpTo255Bytes() {
        assertThat(new Name("x".repeat(255)).flaw(Kind.FILE)).isEmpty();
        assertThat(new Name("x".repeat(256)).flaw(Kind.FILE)).isPresent();
        assertThat(new Name("é".repeat(127) + "x").flaw(Kind.FILE)).isEmpty();
        assertThat(new Name("é".repeat(128)).flaw(Kind.FILE)).isPresent();
    }

    @Test
    void namesAreToldApartByCase() {
        assertThat(new Name("mike")).isNotEqualTo(new Name("Mike")).isEqualTo(new Name("mike"));
    }
}
