package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold the man pages and the shells' completions in the images against what the programs say of themselves. */
class DocumentationTest {

    private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:-[A-Za-z], )?(--[a-z-]+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"forum", "forum-server"})
    void everyOptionIsInTheManPageAndInAllCompletions(String program) throws Exception {
        Set<String> options = options(program);
        assertThat(options).contains("--help", "--version");
        String page = Files.readString(share(program).resolve("man/man1/" + program + ".1"));
        assertThat(page.replace("\\-", "-")).contains(options).contains(".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION");
        for (String completion : List.of("bash-completion/completions/" + program, "zsh/site-functions/_" + program)) {
            assertThat(share(program).resolve(completion)).content().contains(options);
        }
        String fish = Files.readString(share(program).resolve("fish/vendor_completions.d/" + program + ".fish"));
        assertThat(fish)
                .contains(options.stream()
                        .map(option -> "-l " + option.substring(2))
                        .toList());
    }

    @BeforeEach
    void configure() throws IOException {
        Files.createDirectories(folder.resolve("forum"));
        Files.writeString(
                folder.resolve("forum/config"), "[work]\naddress = localhost 1\n[home]\naddress = localhost 2\n");
    }

    @Test
    void bashCompletesOptionsAndNamesOfForums() throws Exception {
        assertThat(completed("forum --pl")).isEqualTo("--plain\n");
        assertThat(completed("forum @")).isEqualTo("@work\n@home\n");
    }

    @Test
    void fishCompletesOptionsAndNamesOfForums() throws Exception {
        assumeThere("fish");
        assertThat(completedByFish("forum --pl"))
                .isEqualTo("--plain\tuse the terminal line by line: no colours, no redrawing\n");
        assertThat(completedByFish("forum @")).isEqualTo("@home\n@work\n");
    }

    @Test
    void zshCompletesOptionsAndNamesOfForums() throws Exception {
        assumeThere("zsh");
        Tmux tmux = Tmux.start(folder);
        try {
            Path functions = share("forum").resolve("zsh/site-functions");
            Files.writeString(
                    folder.resolve(".zshrc"),
                    "fpath=('" + functions + "' $fpath); autoload -U compinit; compinit -u\n");
            Window window = tmux.open(folder, Map.of("XDG_CONFIG_HOME", folder.toString()), List.of("zsh", "-i"));
            window.type("forum --pl").pressUntil("Tab", "forum --plain");
            window.press("C-u").type("forum @w").pressUntil("Tab", "forum @work");
            window.close();
        } finally {
            tmux.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zsh", "fish"})
    void otherShellsReadTheirs(String shell) throws Exception {
        assumeThere(shell);
        for (String program : List.of("forum", "forum-server")) {
            String file = shell.equals("zsh")
                    ? "zsh/site-functions/_" + program
                    : "fish/vendor_completions.d/" + program + ".fish";
            Ran ran = Ran.in(
                    folder,
                    "",
                    List.of(shell, "-n", share(program).resolve(file).toString()));
            assertThat(ran.err()).isEmpty();
            assertThat(ran.status()).isZero();
        }
    }

    private String completedByFish(String line) throws InterruptedException {
        String file =
                share("forum").resolve("fish/vendor_completions.d/forum.fish").toString();
        String script = "source $argv[1]; complete -C $argv[2]";
        List<String> command =
                List.of("env", "XDG_CONFIG_HOME=" + folder, "HOME=" + folder, "fish", "-c", script, file, line);
        Ran ran = Ran.in(folder, "", command);
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }

    private String completed(String line) throws InterruptedException {
        String script = """
                . "$1"
                read -ra COMP_WORDS <<<"${2//@/@ }" # as where hosts are completed, too
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                compopt() { :; }
                _forum
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        String file =
                share("forum").resolve("bash-completion/completions/forum").toString();
        Ran ran = Ran.in(
                folder, "", List.of("env", "XDG_CONFIG_HOME=" + folder, "bash", "-c", script, "bash", file, line));
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }

    private Set<String> options(String program) throws InterruptedException {
        Path path = program.equals("forum") ? Images.client() : Images.server();
        Matcher option = OPTION.matcher(
                Ran.in(folder, "", List.of(path.toString(), "--help")).out());
        Set<String> options = new TreeSet<>();
        while (option.find()) {
            options.add(option.group(1));
        }
        return options;
    }

    private static Path share(String program) {
        Path path = program.equals("forum") ? Images.client() : Images.server();
        return path.resolveSibling("../share").normalize();
    }

    private static void assumeThere(String program) throws InterruptedException {
        try {
            new ProcessBuilder(program, "--version").start().waitFor();
        } catch (IOException missing) {
            Assumptions.abort(program + " is not installed: its completions are not read");
        }
    }
}
