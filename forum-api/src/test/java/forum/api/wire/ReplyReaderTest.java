package forum.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {

    @Test
    void resp2ValuesAreRead() throws IOException {
        assertThat(read("+OK\r\n")).isEqualTo(new WireValue.Simple("OK"));
        assertThat(read("-NOFILE no\r\n")).isEqualTo(new WireValue.Failure("NOFILE no"));
        assertThat(read(":-42\r\n")).isEqualTo(new WireValue.Number(-42));
        assertThat(read("$0\r\n\r\n")).isEqualTo(WireValue.Bulk.of(""));
        assertThat(read("$-1\r\n")).isEqualTo(new WireValue.Nil());
        assertThat(read("*-1\r\n")).isEqualTo(new WireValue.Nil());
        assertThat(read("*2\r\n:1\r\n*0\r\n"))
                .isEqualTo(new WireValue.Array(List.of(new WireValue.Number(1), new WireValue.Array(List.of()))));
    }

    @Test
    void whatTheForumNeverSendsIsReadAsItsNearestKin() throws IOException {
        assertThat(read("(123456789012345678901234567890\r\n"))
                .isEqualTo(new WireValue.Simple("123456789012345678901234567890"));
        assertThat(read("!8\r\nERR a\r\nb\r\n")).isEqualTo(new WireValue.Failure("ERR a  b"));
        assertThat(read("=7\r\ntxt:abc\r\n")).isEqualTo(WireValue.Bulk.of("abc"));
        assertThat(read("|1\r\n+ttl\r\n:3600\r\n+OK\r\n")).isEqualTo(new WireValue.Simple("OK"));
    }

    @Test
    void theEndBetweenValuesIsNoError() throws IOException {
        assertThat(reader("").read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+OK", "$5\r\nhel", "*2\r\n:1\r\n", "$5\r\nhello", "%1\r\n+a\r\n"})
    void theEndWithinAValueIsAnError(String bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?x\r\n",
                "\r\n",
                ":\r\n",
                ":x\r\n",
                ":1.0\r\n",
                "$x\r\n",
                "$-2\r\n",
                "*-2\r\n",
                "#x\r\n",
                ",x\r\n",
                "=2\r\nab\r\n",
                "$3\r\nabcd\r\n",
                "$99999999999999999999\r\n",
                "~-1\r\n"
            })
    void whatIsNoReplyIsAProtocolError(String bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void nestingIsBounded() {
        assertThatThrownBy(() -> read("*1\r\n".repeat(100_000))).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> read("|0\r\n".repeat(100_000))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aReplyBeyondTheBudgetIsAProtocolError() {
        assertThatThrownBy(() ->
                        reader("$2000\r\n" + "x".repeat(2000) + "\r\n", 1_000).read())
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(
                        () -> reader("*100\r\n" + ":1\r\n".repeat(100), 1_000).read())
                .isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2000\r\n%1$s%1$s\r\n",
                "=2000\r\n%1$s%1$s\r\n",
                "*2\r\n$1000\r\n%s\r\n:1\r\n",
                "%%2\r\n+a\r\n$1000\r\n%s\r\n+b\r\n*1\r\n$3\r\nabc\r\n"
            })
    void aReplyThatIsTooLargeCanBeReadPast(String large) throws IOException {
        ReplyReader reader = reader(large.formatted("x".repeat(1000)) + ":1\r\n", 900, 10_000);
        assertThat(reader.read()).containsInstanceOf(WireValue.Failure.class);
        assertThat(reader.read()).contains(new WireValue.Number(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$20000\r\n", "*300\r\n", ">1\r\n$1000\r\n"})
    void whatIsNoAnswerOfAnHonestServerIsNotReadPast(String endless) {
        assertThatThrownBy(() -> reader(endless + "x".repeat(1000) + "\r\n:1\r\n".repeat(300), 900, 10_000)
                        .read())
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void theBudgetIsForEachReply() throws IOException {
        ReplyReader reader = reader((":1\r\n").repeat(1_000), 100);
        for (int i = 0; i < 1_000; i++) {
            assertThat(reader.read()).contains(new WireValue.Number(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2000000000\r\n", "*2000000000\r\n", "%1000000000\r\n", "=2000000000\r\n"})
    void aClaimedLengthCostsMemoryOnlyAsBytesArrive(String claim) {
        assertThatThrownBy(() -> readWithinRead(claim, 200)).isInstanceOf(EOFException.class);
    }

    /** Wait for the bytes of so many claims at once: they would need far more memory than there is. */
    private static Optional<WireValue> readWithinRead(String claim, int depth) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(claim.getBytes(StandardCharsets.UTF_8));
        WireInput.Source source = target -> {
            if (left.hasRemaining()) {
                int length = left.remaining();
                target.put(left);
                return length;
            }
            return depth == 0 ? -1 : readWithinRead(claim, depth - 1).hashCode();
        };
        return new ReplyReader(new WireInput(source), Long.MAX_VALUE).read();
    }

    private static WireValue read(String bytes) throws IOException {
        Optional<WireValue> value = reader(bytes).read();
        return value.orElseThrow();
    }

    private static ReplyReader reader(String bytes) {
        return reader(bytes, 100_000_000);
    }

    private static ReplyReader reader(String bytes, long budget) {
        return reader(bytes, budget, budget);
    }

    private static ReplyReader reader(String bytes, long budget, long longest) {
        ByteBuffer left = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.UTF_8));
        return new ReplyReader(
                new WireInput(target -> {
                    int length = Math.min(target.remaining(), left.remaining());
                    target.put(left.slice(left.position(), length));
                    left.position(left.position() + length);
                    return length == 0 ? -1 : length;
                }),
                budget,
                longest);
    }
}
