package forum.api;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Name.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mike\ufe00",
                "mi\ufe0fke",
                "mi\u034fke",
                "\u3164",
                "\uffa0",
                "\u115f",
                "\u2800",
                "\u180b",
                "mike\udb40\udd00"
            })
    void whatCannotBeSeenIsNoPartOfANewName(String name) {
        assertThat(new Name(name).flawOfNew(Kind.USER)).map(Refusal::code).contains("BADNAME");
        assertThat(new Name(name).flawOfNew(Kind.THREAD)).map(Refusal::code).contains("BADNAME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uff4dike", "\ud835\udc26ike", "\u24dcike", "mi\u212ae", "\ufb01n", "mike\u00b2", "\uff11"})
    void anotherFormOfAPlainCharacterIsNoPartOfANewUsersName(String name) {
        assertThat(new Name(name).flawOfNew(Kind.USER)).map(Refusal::code).contains("BADNAME");
    }

    @Test
    void aTitleMayHaveThemAndPictures() {
        assertThat(new Name("x\u00b2").flawOfNew(Kind.THREAD)).isEmpty();
        assertThat(new Name("\u2764\ufe0f").flawOfNew(Kind.THREAD)).isEmpty();
        assertThat(new Name("\u2764\ufe0f").flawOfNew(Kind.USER)).isPresent();
    }

    @Test
    void whoIsThereAlreadyGoesOn() {
        assertThat(new Name("mike\ufe00").flaw(Kind.USER)).isEmpty();
    }
}
