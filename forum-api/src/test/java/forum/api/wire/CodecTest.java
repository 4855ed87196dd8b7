package forum.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodecTest {

    private static final long BUDGET = 10_000_000;

    @Test
    void whatIsWrittenIsReadAgainHoweverItIsCutIntoPieces() {
        Randomly.repeat(random -> {
            List<WireValue> values =
                    Stream.generate(new RandomValues(random)::value).limit(4).toList();
            assertThat(read(written(values), random)).isEqualTo(values);
        });
    }

    @Test
    void damagedBytesGiveValuesOrAnIOException() {
        Randomly.repeat(random -> {
            byte[] bytes = written(List.of(new RandomValues(random).value(), new RandomValues(random).value()));
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readWhatever(bytes, random);
        });
    }

    @Test
    void noiseGivesValuesOrAnIOException() {
        byte[] alphabet = "+-:$*%~>|_#,(!=0123456789-\r\n\r\n\r\ntfx".getBytes(StandardCharsets.US_ASCII);
        Randomly.repeat(random -> {
            byte[] bytes = new byte[random.nextInt(200)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] =
                        random.nextInt(50) == 0 ? (byte) random.nextInt() : alphabet[random.nextInt(alphabet.length)];
            }
            readWhatever(bytes, random);
        });
    }

    @Test
    void noiseIsReadTheSameHoweverItIsCutIntoPieces() {
        Randomly.repeat(random -> {
            byte[] bytes = written(List.of(new RandomValues(random).value()));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            assertThat(readWhatever(bytes, random)).isEqualTo(readWhatever(bytes, random));
        });
    }

    @Test
    void aCutStreamNeverGivesTheValueThatWasCut() {
        Randomly.repeat(random -> {
            byte[] bytes = written(List.of(new RandomValues(random).value()));
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThat(readWhatever(cut, random).values()).isEmpty();
        });
    }

    private record Result(List<WireValue> values, Optional<String> failure) {}

    private static byte[] written(List<WireValue> values) throws IOException {
        WireOutput out = new WireOutput();
        out.protocol(3);
        values.forEach(value -> value.writeTo(out));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        out.drainTo(Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    private static List<WireValue> read(byte[] bytes, RandomGenerator random) throws IOException {
        ReplyReader reader = new ReplyReader(new WireInput(new Pieces(bytes, random)), BUDGET);
        List<WireValue> values = new ArrayList<>();
        for (Optional<WireValue> next = reader.read(); next.isPresent(); next = reader.read()) {
            values.add(next.get());
        }
        return values;
    }

    private static Result readWhatever(byte[] bytes, RandomGenerator random) {
        ReplyReader reader = new ReplyReader(new WireInput(new Pieces(bytes, random)), BUDGET);
        List<WireValue> values = new ArrayList<>();
        try {
            for (Optional<WireValue> next = reader.read(); next.isPresent(); next = reader.read()) {
                values.add(next.get());
            }
            return new Result(values, Optional.empty());
        } catch (IOException e) {
            return new Result(values, Optional.of(e.toString()));
        }
    }
}
