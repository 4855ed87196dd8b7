package forum.client;

import static org.assertj.core.api.Assertions.assertThat;

import forum.client.CommandLineParser.Parsed;
import forum.client.net.Address;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineParserTest {

    @Test
    void aHostAndAPortAreAnAddress() {
        assertThat(address("example.org", "4000")).isEqualTo(new Address("example.org", 4000, Optional.empty()));
    }

    @Test
    void aUrlIsAnAddress() {
        assertThat(address("forum://mike@example.org:4000"))
                .isEqualTo(new Address("example.org", 4000, Optional.of("mike")));
        assertThat(address("forum://[::1]:4000")).isEqualTo(new Address("::1", 4000, Optional.empty()));
    }

    @Test
    void addressesNameTheirPlace() {
        assertThat(address("forum://mike@[::1]:4000")).hasToString("[::1]:4000");
    }

    @Test
    void whatIsWrongIsOneSentence() {
        assertThat(wrong("example.org", "http")).isEqualTo("'http' is no port: a port is a number from 1 to 65535");
        assertThat(wrong("example.org", "0")).contains("a port is a number from 1 to 65535");
        assertThat(wrong("example.org")).startsWith("'example.org' is no address of a forum");
        assertThat(wrong("http://example.org:80")).startsWith("'http://example.org:80' is no address of a forum");
        assertThat(wrong("forum://example.org")).contains("is no address of a forum");
        assertThat(wrong()).startsWith("Say where the forum is");
        assertThat(wrong("a", "1", "b")).startsWith("Say where the forum is");
        assertThat(wrong("--colour", "a", "1")).isEqualTo("There is no option --colour");
    }

    @Test
    void theUserOfTheOptionIsTheAddress() {
        assertThat(address("--user", "bot", "forum://mike@example.org:4000").user())
                .contains("bot");
        assertThat(address("example.org", "4000", "--user=bot").user()).contains("bot");
    }

    @Test
    void commandsMakeAScript() {
        Options options = options("example.org", "4000", "--user", "bot", "-c", "LST", "-c", "-x");
        assertThat(options.commands()).containsExactly("LST", "-x");
        assertThat(options.isScript(true)).isTrue();
        assertThat(wrong("example.org", "4000", "-c", "LST")).startsWith("Say who you are");
        assertThat(wrong("example.org", "4000", "-c")).isEqualTo("-c needs a value");
    }

    @Test
    void aUserAloneMakesAScriptWhereNobodySits() {
        assertThat(options("example.org", "4000", "--user", "bot").isScript(false))
                .isTrue();
        assertThat(options("example.org", "4000", "--user", "bot").isScript(true))
                .isFalse();
        assertThat(options("forum://bot@example.org:4000").isScript(false)).isFalse();
    }

    @Test
    void helpAndVersionArePrinted() {
        assertThat(CommandLineParser.parse("--help"))
                .isInstanceOfSatisfying(
                        Parsed.Print.class,
                        print -> assertThat(print.text())
                                .contains("forum [OPTIONS] HOST PORT")
                                .contains("--plain"));
        assertThat(CommandLineParser.parse("--version")).isInstanceOf(Parsed.Print.class);
    }

    private static Address address(String... arguments) {
        return options(arguments).address();
    }

    private static Options options(String... arguments) {
        return ((Parsed.Run) CommandLineParser.parse(arguments)).options();
    }

    private static String wrong(String... arguments) {
        return ((Parsed.Wrong) CommandLineParser.parse(arguments)).sentence();
    }
}
