package forum.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotationTest {

    @Test
    void simpleValuesLookAsOnTheWire() {
        assertThat(Notation.of(new WireValue.Simple("OK"))).isEqualTo("+OK");
        assertThat(Notation.of(new WireValue.Failure("NOFILE no"))).isEqualTo("-NOFILE no");
        assertThat(Notation.of(new WireValue.Number(-5))).isEqualTo(":-5");
        assertThat(Notation.of(new WireValue.Nil())).isEqualTo("nil");
        assertThat(Notation.of(new WireValue.Bool(true))).isEqualTo("true");
    }

    @Test
    void valuesOfValuesStandOnOneLine() {
        WireValue one = WireValue.Bulk.of("one");
        WireValue two = new WireValue.Number(2);
        assertThat(Notation.of(new WireValue.Array(List.of(one, two)))).isEqualTo("[\"one\", :2]");
        assertThat(Notation.of(new WireValue.Push(List.of(one)))).isEqualTo(">[\"one\"]");
        assertThat(Notation.of(new WireValue.Group(List.of()))).isEqualTo("~[]");
        assertThat(Notation.of(new WireValue.Dictionary(List.of(new WireValue.Pair(one, two)))))
                .isEqualTo("{\"one\": :2}");
    }

    @Test
    void aBulkStringIsQuotedSoThatFewEscapesAreNeeded() {
        assertThat(Notation.of(WireValue.Bulk.of("it's"))).isEqualTo("\"it's\"");
        assertThat(Notation.of(WireValue.Bulk.of("{\"a\":1}"))).isEqualTo("'{\"a\":1}'");
        assertThat(Notation.of(WireValue.Bulk.of("\"it's\""))).isEqualTo("\"\\\"it's\\\"\"");
    }

    @Test
    void whatCannotBeSeenIsEscaped() {
        assertThat(Notation.of(WireValue.Bulk.of("a\r\n\tb\u001b\\\u202e")))
                .isEqualTo("\"a\\r\\n\\tb\\x1b\\\\\\u202e\"");
        assertThat(Notation.of(new WireValue.Bulk(new byte[] {'a', (byte) 0xff, 0})))
                .isEqualTo("\"a\\xff\\x00\"");
        assertThat(Notation.of(WireValue.Bulk.of("é😀"))).isEqualTo("\"é😀\"");
    }
}
