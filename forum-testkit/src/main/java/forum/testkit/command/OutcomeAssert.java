package forum.testkit.command;

import forum.api.Text;
import forum.api.command.Outcome;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/**
 * Say what an outcome is to be, as a sentence: {@code assertThat(bench.call("mike", "lunch")).isRefused("NOTHREAD")}. The
 * operator's line of an outcome does not matter.
 */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

    private OutcomeAssert(Outcome outcome) {
        super(Shapes.plain(outcome), OutcomeAssert.class);
    }

    /** Begin the sentence. */
    public static OutcomeAssert assertThat(Outcome outcome) {
        return new OutcomeAssert(outcome);
    }

    /** Expect this line. */
    public OutcomeAssert isLine(String text) {
        isEqualTo(new Outcome.Line(text));
        return this;
    }

    /** Expect these lines. */
    public OutcomeAssert hasLines(String... lines) {
        Assertions.assertThat(as(Outcome.Lines.class).lines())
                .extracting(Text::toString)
                .containsExactly(lines);
        return this;
    }

    /** Expect a table of these rows, none if none is given. */
    public OutcomeAssert hasRows(List<?>... rows) {
        isEqualTo(new Outcome.Table(List.of(rows)));
        return this;
    }

    /** Expect a refusal with this code. */
    public OutcomeAssert isRefused(String code) {
        Assertions.assertThat(as(Outcome.Refused.class).refusal().code()).isEqualTo(code);
        return this;
    }

    private <T extends Outcome> T as(Class<T> type) {
        isInstanceOf(type);
        return type.cast(actual);
    }
}
