package forum.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A request that is taken whole is the one that would have been read, and what is not whole stays. */
final class WholeRequestTest {

    private static final int ROUNDS = 20_000;
    private static final String[] PIECES = {
        "*1\r\n$4\r\nPING\r\n",
        "*3\r\n$3\r\nMSG\r\n$1\r\na\r\n$5\r\nhi\r\nu\r\n",
        "*2\r\n$3\r\nRDT\r\n$0\r\n\r\n",
        "LST\r\n",
        "*0\r\n",
        "*-1\r\n",
        "*2\r\n$3\r\nRDT\r\n$-1\r\n",
        "*1\n$4\nPING\n",
        "*+1\r\n$4\r\nPING\r\n",
        "*00001\r\n$4\r\nPING\r\n",
        "*1\r\n$99999999999\r\n",
        "*1\r\n$4\r\nPINGS\r\n",
        "\r\n",
    };

    @Test
    void whatIsWholeIsTaken() {
        ByteBuffer arrived = bytes("*3\r\n$3\r\nMSG\r\n$1\r\na\r\n$5\r\nhi\r\nu\r\n*1\r\n$3\r\nLS");
        Incoming request = WholeRequest.next(arrived).orElseThrow();
        assertThat(shown(request)).isEqualTo("MSG|a|hi\r\nu");
        assertThat(WholeRequest.next(arrived)).isEmpty();
        assertThat(StandardCharsets.UTF_8.decode(arrived).toString()).isEqualTo("*1\r\n$3\r\nLS");
    }

    @Test
    void nothingIsTakenBeforeAllOfItIsThere() {
        String whole = "*2\r\n$3\r\nRDT\r\n$2\r\nab\r\n";
        for (int length = 0; length < whole.length(); length++) {
            ByteBuffer part = bytes(whole.substring(0, length));
            assertThat(WholeRequest.next(part)).isEmpty();
            assertThat(part.position()).isZero();
        }
    }

    @Test
    void theSameIsReadWithAndWithoutIt() {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        System.out.println("WholeRequestTest: -Dforum.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String stream = stream(random);
            assertThat(readAfterTaking(stream)).as(stream).isEqualTo(read(stream, 0));
        }
    }

    private static String stream(Random random) {
        StringBuilder stream = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            stream.append(PIECES[random.nextInt(PIECES.length)]);
        }
        for (int damage = random.nextInt(3); damage > 0 && !stream.isEmpty(); damage--) {
            stream.setCharAt(random.nextInt(stream.length()), "*$\r\n0123:a-".charAt(random.nextInt(11)));
        }
        stream.setLength(random.nextInt(stream.length() + 1));
        return stream.toString();
    }

    private static List<String> readAfterTaking(String stream) {
        ByteBuffer arrived = bytes(stream);
        List<String> all = new ArrayList<>();
        for (Optional<Incoming> taken = WholeRequest.next(arrived); taken.isPresent(); ) {
            all.add(shown(taken.get()));
            taken = WholeRequest.next(arrived);
        }
        all.addAll(read(stream, arrived.position()));
        return all;
    }

    /** Read requests to the end, or to what is no request. */
    private static List<String> read(String stream, int from) {
        byte[] bytes = stream.substring(from).getBytes(StandardCharsets.UTF_8);
        WireInput in = new WireInput(Channels.newChannel(new ByteArrayInputStream(bytes))::read);
        RequestReader reader = new RequestReader(in, _ -> 0);
        List<String> all = new ArrayList<>();
        try {
            Optional<Incoming> request = reader.next(RequestLimits.MEMBER);
            while (request.isPresent()) {
                all.add(shown(request.get()));
                request = reader.next(RequestLimits.MEMBER);
            }
            all.add("the end");
        } catch (IOException e) {
            all.add(e.getMessage());
        }
        return all;
    }

    private static String shown(Incoming request) {
        StringBuilder shown = new StringBuilder(request.word());
        request.values().forEach(v -> shown.append('|').append(new String(v, StandardCharsets.UTF_8)));
        return shown.toString();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
