package forum.api;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Name.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mike", "mike_2", "Ωμέγα", "Юлия", "東京タワー", "東京tower", "한국어abc", "漢字ㄅㄆabc", "élan", "😀mike", "حسن",
                "-rf", "42"
            })
    void aNameOfOneScriptIsGood(String name) {
        assertThat(new Name(name).flawOfNew(Kind.USER)).isEmpty();
        assertThat(new Name(name).flawOfNew(Kind.THREAD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m\u0456ke", "\u0430dmin", "\u03bfmega", "yod\u0430", "東京Ю", "한국어ひらがな", "a\u0661\u0031"})
    void aNameThatMixesScriptsIsNot(String name) {
        assertThat(new Name(name).flawOfNew(Kind.USER)).map(Refusal::code).contains("BADNAME");
        assertThat(new Name(name).flawOfNew(Kind.THREAD)).map(Refusal::code).contains("BADNAME");
    }

    @Test
    void aTitleMayHaveWordsOfSeveralLanguages() {
        assertThat(new Name("Java-для-начинающих").flawOfNew(Kind.THREAD)).isEmpty();
        assertThat(new Name("Java-для-начинающих").flawOfNew(Kind.USER)).isPresent();
    }

    @Test
    void whatIsThereAlreadyGoesOn() {
        assertThat(new Name("m\u0456ke").flaw(Kind.USER)).isEmpty();
    }

    @Test
    void aFileIsNamedAsItsOwnerLikes() {
        assertThat(new Name("отчёт.pdf").flawOfNew(Kind.FILE)).isEmpty();
    }
}
