package forum.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyntaxTest {

    private final Syntax syntax = new Syntax("shop", "Sells things.");
    private final Argument<Integer> port = syntax.parameter("PORT", "where", 0, Values::count);
    private final Argument<Optional<String>> name = syntax.optionalParameter("NAME", "who");
    private final Argument<Path> data = syntax.option("--data", "DIR", "data folder (x)", Path.of("x"), Values::path);
    private final Argument<List<Path>> plugins = syntax.repeatable("--plugins", "DIR", "a folder", Values::path);
    private final Argument<Size> size =
            syntax.size("--size", "size of a thing, with as many words as fill a line", 65536);
    private final Argument<Duration> patience =
            syntax.seconds("--patience-of-whoever-waits", "how long", Duration.ofMinutes(5));
    private final Argument<Boolean> quiet = syntax.flag("--quiet", "say nothing");

    @Test
    void whatIsNotGivenIsAsTheHelpSays() {
        assertThat(syntax.read(List.of("1"))).isEqualTo(Syntax.Asked.RUN);
        assertThat(port.value()).isEqualTo(1);
        assertThat(name.value()).isEmpty();
        assertThat(data.value()).isEqualTo(Path.of("x"));
        assertThat(plugins.value()).isEmpty();
        assertThat(size.value().bytes()).isEqualTo(65536);
        assertThat(patience.value()).isEqualTo(Duration.ofMinutes(5));
        assertThat(quiet.value()).isFalse();
    }

    @Test
    void optionsStandAnywhereWithTheirValuesBehindASpaceOrAnEqualsSign() {
        syntax.read(List.of("--data", "y=z", "1", "--plugins=a", "mike", "--plugins", "b", "--size=2M", "--quiet"));
        assertThat(data.value()).isEqualTo(Path.of("y=z"));
        assertThat(plugins.value()).containsExactly(Path.of("a"), Path.of("b"));
        assertThat(size.value().bytes()).isEqualTo(2 << 20);
        assertThat(name.value()).contains("mike");
        assertThat(quiet.value()).isTrue();
    }

    @Test
    void behindTwoDashesNothingIsAnOption() {
        syntax.read(List.of("1", "--", "--quiet"));
        assertThat(name.value()).contains("--quiet");
        assertThat(quiet.value()).isFalse();
    }

    @Test
    void helpAndVersionNeedNothingElse() {
        assertThat(syntax.read(List.of("--help"))).isEqualTo(Syntax.Asked.HELP);
        assertThat(syntax.read(List.of("-V"))).isEqualTo(Syntax.Asked.VERSION);
    }

    @Test
    void whatIsWrongIsSaidInASentence() {
        refused("PORT is missing");
        refused("There is one argument too many, 'more'", "1", "mike", "more");
        refused("There is no option --bogus", "--bogus=1", "1");
        refused("There is no option -q", "-q", "1");
        refused("--data wants a value, as in --data=DIR", "1", "--data");
        refused("--data: the path is empty", "1", "--data=");
        refused("--quiet takes no value", "1", "--quiet=yes");
        refused("PORT: 'x' is no number from 0 on", "x");
        refused("PORT: '-1' is no number from 0 on", "-1");
    }

    @Test
    void whatIsSaidOnceIsNotSaidTwice() {
        refused("--data is given twice", "1", "--data=a", "--data=b");
    }

    @Test
    void theHelpTellsWhatThereIs() {
        assertThat(syntax.help()).isEqualTo("""
                Usage: shop [OPTIONS] PORT [NAME]
                Sells things.
                      PORT                 where
                      [NAME]               who
                      --data=DIR           data folder (x)
                      --plugins=DIR        a folder
                      --size=SIZE          size of a thing, with as many words as fill a line
                                           (64K)
                      --patience-of-whoever-waits=N
                                           how long (300)
                      --quiet              say nothing
                  -h, --help               show this help
                  -V, --version            show the version
                """);
    }

    private static void refused(String sentence, String... arguments) {
        SyntaxTest other = new SyntaxTest();
        assertThatThrownBy(() -> other.syntax.read(List.of(arguments)))
                .isInstanceOf(WrongUsage.class)
                .hasMessage(sentence);
    }
}
