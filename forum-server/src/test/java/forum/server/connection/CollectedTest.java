package forum.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import forum.api.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectedTest {

    private static final Refusal LOST = new Refusal("INTERNAL", "lost");

    private Optional<Refusal> trouble = Optional.empty();
    private int settlings;
    private final Collected collected = new Collected(() -> {
        settlings++;
        return trouble;
    });

    @Test
    void whatIsDurableIsSentAsItIs() throws IOException {
        reply("one");
        collected.settle();
        assertThat(said()).isEqualTo("+one\r\n");
    }

    @Test
    void eachReplyThatCannotBeMadeDurableIsRefused() throws IOException {
        reply("one");
        reply("two");
        trouble = Optional.of(LOST);
        collected.settle();
        assertThat(said()).isEqualTo("-INTERNAL lost\r\n-INTERNAL lost\r\n");
    }

    @Test
    void whatWasSentIsNotRefused() throws IOException {
        reply("one");
        send();
        reply("two");
        trouble = Optional.of(LOST);
        collected.settle();
        assertThat(said()).isEqualTo("-INTERNAL lost\r\n");
    }

    @Test
    void whatIsSettledIsNotSettledAgain() throws IOException {
        reply("one");
        collected.settle();
        trouble = Optional.of(LOST);
        collected.settle();
        assertThat(said()).isEqualTo("+one\r\n");
        assertThat(settlings).isOne();
    }

    @Test
    void aReplyIsReplacedOrTakenBackAlone() throws IOException {
        reply("one");
        collected.begin();
        collected.out().simple("tw");
        collected.replace(LOST);
        collected.end();
        collected.begin();
        collected.out().simple("three");
        collected.takeBack();
        assertThat(said()).isEqualTo("+one\r\n-INTERNAL lost\r\n");
    }

    @Test
    void nothingElseIsSaidInPlaceOfAReplyThatWasSentInPart() {
        collected.begin();
        collected.out().bulkHeader(5);
        collected.out().truncate(0);
        collected.sentInPart();
        collected.out().endLine();
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> collected.replace(LOST));
        collected.end();
        trouble = Optional.of(LOST);
        assertThatExceptionOfType(EOFException.class).isThrownBy(collected::settle);
    }

    @Test
    void aReplyThatIsBeingWrittenCannotBeRefusedWithOthers() throws IOException {
        reply("one");
        collected.begin();
        trouble = Optional.of(LOST);
        collected.settle();
        assertThat(said()).isEqualTo("-INTERNAL lost\r\n");
        send();
        collected.out().simple("tw");
        assertThatExceptionOfType(EOFException.class).isThrownBy(collected::settle);
    }

    private void reply(String line) {
        collected.begin();
        collected.out().simple(line);
        collected.end();
    }

    private void send() {
        collected.out().truncate(0);
        collected.sent();
    }

    private String said() {
        return new String(collected.out().copy(0), StandardCharsets.US_ASCII);
    }
}
