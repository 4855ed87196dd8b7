package forum.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpectationTest {

    private final Expectation expectation = new Expectation();

    @Test
    void whatHasNoHoleIsMeantLiterally() {
        assertThat(expectation.matches("+a.b (c) [d]", "+a.b (c) [d]")).isTrue();
        assertThat(expectation.matches("+a.b", "+axb")).isFalse();
    }

    @Test
    void aHoleTakesWhatItsExpressionMatches() {
        assertThat(expectation.matches(":<<\\d+>>", ":17")).isTrue();
        assertThat(expectation.matches(":<<\\d+>>", ":x")).isFalse();
        assertThat(expectation.matches("-<<(A|B) .+>>", "-B text")).isTrue();
        assertThat(expectation.matches("<<\\(hangs up\\)|-X>>", "(hangs up)")).isTrue();
    }

    @Test
    void whatIsRememberedIsPutInLater() {
        assertThat(expectation.matches("[<<one=(\\d)+>>, <<two=\\w+>>]", "[12, b]"))
                .isTrue();
        assertThat(expectation.filled("DLT a #${one} ${two}")).isEqualTo("DLT a #12 b");
        assertThat(expectation.matches(":${one}", ":12")).isTrue();
    }

    @Test
    void whatDoesNotMatchIsNotRemembered() {
        assertThat(expectation.matches("+<<one=\\d+>>x", "+12y")).isFalse();
        assertThatThrownBy(() -> expectation.filled("${one}")).isInstanceOf(IllegalArgumentException.class);
    }
}
