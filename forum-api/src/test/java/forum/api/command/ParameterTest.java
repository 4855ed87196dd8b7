package forum.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Text;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterTest {

    @Test
    void namesTextsAndMessagesNeverFail() {
        assertThat(parse(Parameter.thread("t"), "a/../b")).contains(new Name("a/../b"));
        assertThat(parse(Parameter.text("t"), "")).contains(Text.of(""));
        assertThat(parse(Parameter.message("m"), "1.0")).contains(new MessageRef.Nowhere());
    }

    @Test
    void numbersAreWholeAndFitInALong() {
        assertThat(parse(Parameter.number("n"), "-9223372036854775808")).contains(Long.MIN_VALUE);
        assertThat(parse(Parameter.number("n"), "1.0")).isEmpty();
        assertThat(parse(Parameter.number("n"), "")).isEmpty();
        assertThat(parse(Parameter.number("n"), "+1")).isEmpty();
        assertThat(parse(Parameter.number("n"), "٣")).isEmpty();
        assertThat(parse(Parameter.number("n"), "9223372036854775808")).isEmpty();
    }

    @Test
    void aSecretShowsNothing() {
        assertThat(parse(Parameter.secret("s"), "sesame").orElseThrow()).hasToString("***");
    }

    @Test
    void usageShowsWhatMayBeLeftOut() {
        assertThat(Parameter.thread("thread")).hasToString("thread");
        assertThat(Parameter.number("offset").optional()).hasToString("[offset]");
    }

    private static <T> Optional<T> parse(Parameter<T> parameter, String argument) {
        return parameter.parse(argument.getBytes(StandardCharsets.UTF_8));
    }
}
