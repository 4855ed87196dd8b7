package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Do what docs/plugins.md says, step by step, in an empty folder: write its files, run its shell lines, compare what they
 * say, and hold its dialogues with a server on the folder's data.
 */
class PluginsPageTest {

    private static final Path ROOT = Examples.FOLDER.resolve("..").normalize();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ?([^\\n]*)\\n(.*?)^```$");

    /** A block of the page: what it is, for which file, and what it holds. */
    private record Block(String kind, String file, String text) {}

    @TempDir
    private Path folder;

    private Path here;

    @Test
    void thePageIsTrue() throws Exception {
        here = folder;
        List<String> done = new ArrayList<>();
        String said = "";
        for (Block block : blocks()) {
            switch (block.kind()) {
                case "java" -> write(block);
                case "sh" -> said = run(block.text());
                case "text" -> assertThat(said).matches(like(block.text()));
                case "session" -> talk(block.text().lines().toList());
                default -> throw new AssertionError("The page has a block of an unknown kind: " + block.kind());
            }
            done.add(block.kind());
        }
        assertThat(done).contains("java", "sh", "text", "session");
    }

    private static List<Block> blocks() throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve("docs/plugins.md")));
        return matcher.results()
                .map(found -> new Block(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    private void write(Block block) throws IOException {
        Path file = folder.resolve(block.file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.text());
    }

    /** Run shell lines where the ones before have ended, and give what they wrote. */
    private String run(String lines) throws Exception {
        Path said = folder.resolve("said.txt");
        Path end = folder.resolve("end.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euc", lines + "\npwd >'" + end + "'\n");
        shell.directory(here.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
        shell.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        shell.environment()
                .put("SERVER", Images.server().resolve("../..").normalize().toString());
        shell.environment().put("FORUM", ROOT.toString());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment()
                .put("PATH", maven() + ":" + System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));
        Process process = shell.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(lines).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as("%s%n%s", lines, Files.readString(said))
                .isZero();
        here = Path.of(Files.readString(end).strip());
        return Files.readString(said);
    }

    /** Give a folder with a Maven that uses only what the strangers' builds have fetched. */
    private Path maven() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        String script = Stream.of(
                        "#!/bin/sh",
                        "exec '" + System.getProperty("forum.maven") + "' --offline --batch-mode \\",
                        "  -Daether.offline.protocols=file --global-settings '" + Examples.FOLDER
                                + "/src/settings.xml' \\",
                        "  -Dforum.local='" + System.getProperty("forum.local") + "' \\",
                        "  -Dforum.repository='" + Examples.FOLDER + "/target/repository' \\",
                        "  -Dmaven.repo.local='" + Examples.FOLDER + "/target/strangers' \"$@\"")
                .collect(Collectors.joining("\n", "", "\n"));
        Path mvn = Files.writeString(bin.resolve("mvn"), script);
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
        return bin;
    }

    private void talk(List<String> lines) throws Exception {
        try (ServerProcess server = ServerProcess.start(folder.resolve("forum-data"))) {
            RespClient mike = server.connect().login("mike");
            for (Iterator<String> left = lines.iterator(); left.hasNext(); ) {
                String typed = left.next();
                mike.sendRaw((typed + "\r\n").getBytes(StandardCharsets.UTF_8));
                assertThat(mike.reply()).as(typed).isEqualTo(left.next());
            }
        }
    }

    /** Make a pattern of what a page shows, where … stands for what varies. */
    private static Pattern like(String shown) {
        return Pattern.compile(
                Stream.of(shown.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
