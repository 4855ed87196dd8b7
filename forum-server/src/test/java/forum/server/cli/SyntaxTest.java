package forum.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.junit.jupiter.api.Test;

class SyntaxTest {

    private final Syntax syntax = new Syntax("shop", "Sells things.");
    private final Parameter<Integer> port = syntax.parameter("PORT", "where", Values::count);
    private final Parameter<String> name = syntax.optionalParameter("NAME", "who");
    private final Setting<Path> data = syntax.option("data", "DIR", "data folder (x)", Path.of("x"), Values::path);
    private final Setting<List<Path>> plugins =
            syntax.repeatable("plugins", "DIR", "a folder", Path.class, Values::path);
    private final Setting<Size> size = syntax.size("size", "size of a thing, with as many words as fill a line", 65536);
    private final Setting<Duration> patience =
            syntax.seconds("patience-of-whoever-waits", "how long", Duration.ofMinutes(5));
    private final Setting<Optional<Path>> file = syntax.file("file", "what to read");
    private final Setting<InetAddress> bind =
            syntax.option("bind", "ADDRESS", "where", InetAddress.ofLiteral("127.0.0.1"), Values::address);
    private final Setting<Boolean> quiet = syntax.flag("quiet", "say nothing");

    @Test
    void whatIsNotGivenIsAsTheHelpSays() {
        CommandLine line = syntax.read(List.of("1"));
        assertThat(port.in(line)).isEqualTo(1);
        assertThat(name.ifIn(line)).isEmpty();
        assertThat(data.in(line)).isEqualTo(Path.of("x"));
        assertThat(plugins.in(line)).isEmpty();
        assertThat(size.in(line).bytes()).isEqualTo(65536);
        assertThat(patience.in(line)).isEqualTo(Duration.ofMinutes(5));
        assertThat(file.in(line)).isEmpty();
        assertThat(bind.in(line).getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(quiet.in(line)).isFalse();
    }

    @Test
    void optionsStandAnywhereWithTheirValuesBehindASpaceOrAnEqualsSign() {
        CommandLine line = syntax.read(List.of(
                "--data", "y=z", "1", "--plugins=a", "mike", "--plugins", "b", "--size=2M", "--file", "f", "--quiet"));
        assertThat(data.in(line)).isEqualTo(Path.of("y=z"));
        assertThat(plugins.in(line)).containsExactly(Path.of("a"), Path.of("b"));
        assertThat(size.in(line).bytes()).isEqualTo(2 << 20);
        assertThat(file.in(line)).contains(Path.of("f"));
        assertThat(name.ifIn(line)).contains("mike");
        assertThat(quiet.in(line)).isTrue();
    }

    @Test
    void whatStandsInQuotesKeepsThem() {
        assertThat(name.ifIn(syntax.read(List.of("1", "\"mike\"")))).contains("\"mike\"");
        assertThat(data.in(syntax.read(List.of("1", "--data", "\"a\"")))).isEqualTo(Path.of("\"a\""));
    }

    @Test
    void behindTwoDashesNothingIsAnOption() {
        CommandLine line = syntax.read(List.of("1", "--", "--quiet"));
        assertThat(name.ifIn(line)).contains("--quiet");
        assertThat(quiet.in(line)).isFalse();
    }

    @Test
    void helpAndVersionNeedNothingElse() {
        assertThat(syntax.read(List.of("--help")).hasOption(Syntax.HELP)).isTrue();
        assertThat(syntax.read(List.of("-V")).hasOption(Syntax.VERSION)).isTrue();
    }

    @Test
    void whatIsWrongIsSaidInASentence() {
        refused("PORT is missing");
        refused("There is one argument too many, 'more'", "1", "mike", "more");
        refused("There is no option --bogus", "--bogus=1", "1");
        refused("There is no option -q", "-q", "1");
        refused("There is no option --qui", "--qui", "1");
        refused("--quiet takes no value", "1", "--quiet=yes");
        refused("There is no option -1", "-1");
        refused("--data wants a value, as in --data=DIR", "1", "--data");
        refused("--data wants a value, as in --data=DIR", "1", "--data", "--quiet");
        refused("--data: the path is empty", "1", "--data=");
        refused("--plugins: the path is empty", "1", "--plugins=a", "--plugins=");
        refused("--size: '-1' is no number of bytes, such as 65536, 64K, 64M or 4G", "1", "--size", "-1");
        refused("--bind: the address is empty", "1", "--bind= ");
        refused("--bind: the address 999.1.2.3 is not known", "1", "--bind=999.1.2.3");
        refused("PORT: 'x' is no number from 0 on", "x");
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
                      --file=FILE          what to read
                      --bind=ADDRESS       where
                      --quiet              say nothing
                  -h, --help               show this help
                  -V, --version            show the version
                """);
    }

    private static void refused(String sentence, String... arguments) {
        SyntaxTest other = new SyntaxTest();
        assertThatThrownBy(() -> other.readAll(List.of(arguments)))
                .isInstanceOf(WrongUsage.class)
                .hasMessage(sentence);
    }

    private void readAll(List<String> arguments) {
        CommandLine line = syntax.read(arguments);
        port.in(line);
        data.in(line);
        plugins.in(line);
        size.in(line);
        bind.in(line);
    }
}
