package forum.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WireInputTest {

    @Test
    void aLineEndsAtLineFeedWithOrWithoutCarriageReturn() throws IOException {
        WireInput in = input("one\r\ntwo\n\r\n\nfo\rur\r\r\n");
        assertThat(line(in)).isEqualTo("one");
        assertThat(line(in)).isEqualTo("two");
        assertThat(line(in)).isEmpty();
        assertThat(line(in)).isEmpty();
        assertThat(line(in)).isEqualTo("fo\rur\r");
        assertThat(in.peek()).isEqualTo(-1);
    }

    @Test
    void aLineOfExactlyTheLimitIsTaken() throws IOException {
        Randomly.repeat(random -> {
            int length = random.nextInt(3_000);
            String end = random.nextBoolean() ? "\r\n" : "\n";
            WireInput in = input("x".repeat(length) + end, random);
            assertThat(in.line(length)).hasSize(length);
            WireInput longer = input("x".repeat(length + 1) + end, random);
            assertThatThrownBy(() -> longer.line(length)).isInstanceOf(ProtocolException.class);
        });
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeMuchOfItIsKept() {
        WireInput in = new WireInput(target -> {
            int length = target.remaining();
            target.position(target.limit());
            return length;
        });
        assertThatThrownBy(() -> in.line(1_000)).isInstanceOf(ProtocolException.class);
        assertThat(in.buffered()).isLessThan(70_000);
    }

    @Test
    void linesAndBytesAndRawReadsFollowEachOther() {
        Randomly.repeat(random -> {
            String middle = "y".repeat(random.nextInt(2_000));
            String rest = "z".repeat(1 + random.nextInt(2_000));
            WireInput in = input("head\r\n" + middle + "\r\n" + rest, random);
            assertThat(line(in)).isEqualTo("head");
            assertThat(in.bytes(middle.length())).asString().isEqualTo(middle);
            in.endOfLine();
            ByteBuffer raw = ByteBuffer.allocate(rest.length());
            while (raw.hasRemaining()) {
                assertThat(in.read(raw)).isPositive();
            }
            assertThat(new String(raw.array(), StandardCharsets.ISO_8859_1)).isEqualTo(rest);
            assertThat(in.peek()).isEqualTo(-1);
        });
    }

    @Test
    void aSourceSeesHowMuchWasNotTaken() throws IOException {
        StringBuilder seen = new StringBuilder();
        WireInput[] in = new WireInput[1];
        in[0] = new WireInput(target -> {
            seen.append(in[0].buffered()).append(' ');
            target.put((byte) (seen.length() == 8 ? '\n' : 'x'));
            return 1;
        });
        assertThat(in[0].line(100)).hasSize(3);
        assertThat(seen).hasToString("0 1 2 3 ");
    }

    @Test
    void peekTakesNothing() throws IOException {
        WireInput in = input("\u00e9");
        assertThat(in.peek()).isEqualTo(0xe9);
        assertThat(in.peek()).isEqualTo(0xe9);
        assertThat(in.bytes(1)).containsExactly(0xe9);
    }

    @Test
    void theEndInTheMiddleIsAnEofException() {
        assertThatThrownBy(() -> input("abc").line(10)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> input("abc").bytes(4)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> input("").endOfLine()).isInstanceOf(EOFException.class);
    }

    @Test
    void whatStandsInPlaceOfTheEndOfALineIsAProtocolError() {
        assertThatThrownBy(() -> input("x\r\n").endOfLine()).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> input("xyz\r\n").endOfLine()).isInstanceOf(ProtocolException.class);
    }

    private static String line(WireInput in) throws IOException {
        return new String(in.line(100), StandardCharsets.ISO_8859_1);
    }

    private static WireInput input(String bytes) {
        return input(bytes, RandomGenerator.getDefault());
    }

    private static WireInput input(String bytes, RandomGenerator random) {
        return new WireInput(new Pieces(bytes.getBytes(StandardCharsets.ISO_8859_1), random));
    }
}
