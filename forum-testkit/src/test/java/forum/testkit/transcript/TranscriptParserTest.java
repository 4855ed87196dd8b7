package forum.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptParserTest {

    @Test
    void linesAreStepsWithTheirPlace() {
        assertThat(parse(
                                "# a comment",
                                "",
                                "1 C: CRT a",
                                "1 S: +Thread a created",
                                "2 C| LST ",
                                "12 C! *1\\r\\n",
                                "1 S! x")
                        .steps())
                .containsExactly(
                        new Step.Words(3, 1, "CRT a"),
                        new Step.Reply(4, 1, "+Thread a created"),
                        new Step.Typed(5, 2, "LST "),
                        new Step.Bytes(6, 12, "*1\\r\\n"),
                        new Step.RawReply(7, 1, "x"));
    }

    @Test
    void whatStandsInParenthesesIsDone() {
        assertThat(parse("1 C: (logs in as mike)", "1 C: (hangs up)", "1 C: (is cut off)", "1 C: (stops sending)")
                        .steps())
                .containsExactly(
                        new Step.Login(1, 1, "mike"),
                        new Step.End(2, 1, Step.End.How.HANGS_UP),
                        new Step.End(3, 1, Step.End.How.IS_CUT_OFF),
                        new Step.End(4, 1, Step.End.How.STOPS_SENDING));
    }

    @Test
    void aLineThatBeginsWithABlankGoesOn() {
        assertThat(parse("1 S: [\"a\",", "      \"b\"]", "1 S: nil").steps())
                .containsExactly(new Step.Reply(1, 1, "[\"a\", \"b\"]"), new Step.Reply(3, 1, "nil"));
    }

    @Test
    void linesOfTheLogThatFollowEachOtherBelongTogether() {
        assertThat(parse("LOG: one", "LOG: two", "", "LOG: three").steps())
                .containsExactly(new Step.Log(1, List.of("one", "two")), new Step.Log(4, List.of("three")));
    }

    @Test
    void aBlockHoldsReplies() {
        assertThat(parse("{", "1 S: +a", "1 S: +b", "}").steps())
                .containsExactly(
                        new Step.Unordered(2, List.of(new Step.Reply(2, 1, "+a"), new Step.Reply(3, 1, "+b"))));
    }

    @Test
    void optionsOfTheServerComeFirst() {
        assertThat(parse("SERVER: --auth-per-user 2", "1 C: PING").options()).containsExactly("--auth-per-user", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "1 X: hello", "C: hello", "LOG", "}", "{", "SERVER --quiet"})
    void whatIsNoStepIsAMistakeWithFileAndLine(String line) {
        assertThatThrownBy(() -> parse("# first", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("x.txt:2: ");
    }

    private static Transcript parse(String... lines) {
        return new TranscriptParser("x.txt").parse(List.of(lines));
    }
}
