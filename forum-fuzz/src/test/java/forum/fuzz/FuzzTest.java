package forum.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import forum.client.RepliesFuzz;
import forum.door.json.MessagesFuzz;
import forum.server.connection.RequestsFuzz;
import forum.storage.fs.JournalFuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Try every kept input, then as many new ones as there is time for: seconds, an hour each with {@code -Plong}, or
 * {@code -Dforum.fuzz.seconds}.
 *
 * <p>An input that fails stays in {@code target/fuzz}. Mend what it shows, and keep it in {@code src/corpus}.
 */
class FuzzTest {

    /** A build tries much the same each time; what is to find something new does not. */
    private static final int SEED = Boolean.getBoolean("forum.long") ? 0 : 1;

    private static final int SECONDS =
            Integer.getInteger("forum.fuzz.seconds", Boolean.getBoolean("forum.long") ? 3600 : 5);

    @Test
    void theServerReadsAnyRequest() throws Exception {
        fuzz("requests", RequestsFuzz.class);
    }

    @Test
    void theDoorReadsAnyMessage() throws Exception {
        fuzz("messages", MessagesFuzz.class);
    }

    @Test
    void theClientReadsAnyReply() throws Exception {
        fuzz("replies", RepliesFuzz.class);
    }

    @Test
    void theStorageReadsAnyJournal() throws Exception {
        fuzz("journal", JournalFuzz.class);
    }

    private static void fuzz(String name, Class<?> target) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target/fuzz", name));
        Path found = Files.createDirectories(folder.resolve("found"));
        Path log = folder.resolve("log");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+EnableDynamicAgentLoading",
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=forum.**",
                "--disabled_hooks=*",
                "--keep_going=1",
                "-max_total_time=" + SECONDS,
                "-seed=" + SEED,
                "-max_len=4096",
                "-timeout=20",
                "-artifact_prefix=" + folder + "/",
                "--reproducer_path=" + folder,
                found.toString(),
                Path.of("src/corpus", name).toString());
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        List<String> said = Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.startsWith("INFO: "))
                .toList();
        assertThat(status)
                .as("%s%nAn input that fails is in %s", String.join("\n", said), folder)
                .isZero();
        assertThat(said).anyMatch(line -> line.matches("Done \\d+ runs .*"));
        said.stream()
                .filter(line -> line.matches("#\\d+\\s+DONE .*"))
                .forEach(line -> System.out.println("Inputs tried on " + name + ": " + line));
    }
}
