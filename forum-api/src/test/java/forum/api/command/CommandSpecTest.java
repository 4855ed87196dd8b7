package forum.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSpecTest {

    private static final Reply LINE = new Reply.Line();

    @Test
    void argumentsAreCounted() {
        CommandSpec read = CommandSpec.of(
                "RDT",
                "Read",
                LINE,
                Parameter.thread("thread"),
                Parameter.position("first").optional());
        assertThat(read.minArguments()).isEqualTo(1);
        assertThat(read.maxArguments()).isEqualTo(2);
        assertThat(read.takesRest()).isFalse();
    }

    @Test
    void aLocalFileCountsAsTwo() {
        CommandSpec upload =
                CommandSpec.of("UPD", "Upload", LINE, Parameter.thread("thread"), Parameter.localFile("file"));
        assertThat(upload.minArguments()).isEqualTo(3);
        assertThat(upload.maxArguments()).isEqualTo(3);
        assertThat(upload.takesFile()).isTrue();
    }

    @Test
    void aLastTextTakesTheRest() {
        assertThat(CommandSpec.of("MSG", "Post", LINE, Parameter.text("text")).takesRest())
                .isTrue();
        assertThat(CommandSpec.of("EDT", "Edit", LINE, Parameter.newText("text"))
                        .takesRest())
                .isTrue();
        assertThat(CommandSpec.of("WHO", "List", LINE).takesRest()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "crt", "1AB", "-AB", "A_B", "A B", "ABCDEFGHIJKLMNOPQ", "ÄB", "AB\n"})
    void aBadNameIsRefused(String name) {
        assertThatThrownBy(() -> CommandSpec.of(name, "Do it", LINE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void aBadSummaryIsRefused(String summary) {
        assertThatThrownBy(() -> CommandSpec.of("WHO", summary, LINE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parametersInABadOrderAreRefused() {
        assertRefused(Parameter.text("text"), Parameter.word("word"));
        assertRefused(Parameter.localFile("file"), Parameter.word("word"));
        assertRefused(Parameter.word("one").optional(), Parameter.word("two"));
        assertRefused(Parameter.word("same"), Parameter.number("same"));
    }

    @Test
    void aLocalFileCannotBeOptional() {
        assertThatThrownBy(() -> Parameter.localFile("file").optional()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableHasColumns() {
        assertThatThrownBy(() -> new Reply.Table(List.of(), "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(Parameter<?>... parameters) {
        assertThatThrownBy(() -> CommandSpec.of("WHO", "List", LINE, parameters))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
