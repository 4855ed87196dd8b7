package forum.client;

import static org.assertj.core.api.Assertions.assertThat;

import forum.client.CommandLineParser.Parsed;
import forum.client.file.Folder;
import forum.client.net.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineParserTest {

    @TempDir
    private Path home;

    private final Supplier<Config> settled = () -> Config.of(Map.of(), new Folder(home, home));

    @Test
    void aHostAndAPortAreAnAddress() {
        assertThat(address("example.org", "4000"))
                .isEqualTo(new Address("example.org", 4000, Optional.empty(), Optional.empty()));
    }

    @Test
    void aUrlIsAnAddress() {
        assertThat(address("forum://mike@example.org:4000"))
                .isEqualTo(new Address("example.org", 4000, Optional.of("mike"), Optional.empty()));
        assertThat(address("forum://[::1]:4000"))
                .isEqualTo(new Address("::1", 4000, Optional.empty(), Optional.empty()));
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
        assertThat(wrong("--pass=secret", "a", "1")).isEqualTo("There is no option --pass");
        assertThat(wrong("--tls=no", "a", "1")).isEqualTo("--tls takes no value");
        assertThat(wrong("a", "1", "--user")).isEqualTo("--user needs a value");
        assertThat(wrong("a", "1", "--fingerprint", "x")).contains("fingerprint");
    }

    @Test
    void theUserOfTheOptionIsTheAddress() {
        assertThat(address("--user", "bot", "forum://mike@example.org:4000").user())
                .contains("bot");
        assertThat(address("example.org", "4000", "--user=bot").user()).contains("bot");
        assertThat(address("--user=mike", "example.org", "4000", "--user", "bot")
                        .user())
                .contains("bot");
    }

    @Test
    void commandsMakeAScript() {
        Options options =
                options("example.org", "4000", "--user", "bot", "-c", "LST", "-c", "-x", "--command=MSG a \"b=c\"");
        assertThat(options.commands()).containsExactly("LST", "-x", "MSG a \"b=c\"");
        assertThat(options.isScript(true)).isTrue();
        assertThat(wrong("example.org", "4000", "-c", "LST")).startsWith("Say who you are");
        assertThat(wrong("example.org", "4000", "-c")).isEqualTo("-c, --command needs a value");
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
        assertThat(CommandLineParser.parse(settled, "--help"))
                .isInstanceOfSatisfying(
                        Parsed.Print.class,
                        print -> assertThat(print.text())
                                .contains("forum [OPTIONS] HOST PORT")
                                .contains("--plain"));
        assertThat(CommandLineParser.parse(settled, "--version")).isInstanceOf(Parsed.Print.class);
    }

    @Test
    void aForumHasANameInTheConfiguration() throws IOException {
        configure(
                "default = home",
                "plain = true",
                "[home]",
                "address = localhost 4000",
                "# far away",
                "[work]",
                "address = forum://mike@example.org:4001",
                "password-file = ~/.forum-password");
        assertThat(options().address()).isEqualTo(Address.of("localhost", "4000"));
        Options work = options("@work", "-c", "LST");
        assertThat(work.address()).isEqualTo(Address.of("example.org", "4001").as("mike"));
        assertThat(work.passwordFile()).contains(home.resolve(".forum-password"));
        assertThat(work.plain()).isTrue();
        assertThat(options("--user", "yoda", "@work").address().user()).contains("yoda");
        assertThat(options("@work").isScript(true)).isFalse();
        assertThat(wrong("@play")).endsWith("config; there are @home @work").startsWith("There is no forum @play in ");
    }

    @Test
    void whatIsWrongInTheConfigurationIsFoundByFileAndLine() throws IOException {
        assertConfiguration(
                "[work]\nport = 1",
                ", line 2: there is no key 'port': the keys of a forum are address, user, password-file");
        assertConfiguration("colour = red", ", line 1: there is no key 'colour': the keys here are default, plain");
        assertConfiguration("plain = maybe", ", line 1: plain is true or false");
        assertConfiguration("\nwork", ", line 2: expected key = value, [name] or a # comment");
        assertConfiguration("[a]\naddress = x 1\n[a]", ", line 3: there is a forum [a] already");
        assertConfiguration("[a]\nuser = x\nuser = y", ", line 3: user is given twice");
        assertConfiguration("\n[a]\nuser = x", ", line 2: [a] has no address");
        assertConfiguration(
                "[a]\naddress = x 70000", ", line 1: There is no port 70000: a port is a number from 1 to 65535");
        assertConfiguration("default = b", "There is no forum @b in ");
    }

    @Test
    void aPasswordHasNoPlaceInAnAddress() {
        assertThat(wrong("forum://mike:secret@example.org:1")).startsWith("A password has no place in an address");
    }

    private void assertConfiguration(String text, String sentence) throws IOException {
        configure(text);
        assertThat(wrong("h", "1")).contains(sentence);
    }

    private void configure(String... lines) throws IOException {
        Path file = home.resolve(".config/forum/config");
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    private Address address(String... arguments) {
        return options(arguments).address();
    }

    private Options options(String... arguments) {
        return ((Parsed.Run) CommandLineParser.parse(settled, arguments)).options();
    }

    private String wrong(String... arguments) {
        return ((Parsed.Wrong) CommandLineParser.parse(settled, arguments)).sentence();
    }
}
