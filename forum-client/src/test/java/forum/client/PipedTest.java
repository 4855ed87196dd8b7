package forum.client;

import static org.assertj.core.api.Assertions.assertThat;

import forum.client.file.Folder;
import forum.client.reply.Units;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Talk through a pipe with a forum that is told what to answer. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
abstract class PipedTest {

    static final String SENTENCE =
            "Enter one of the following commands: CRT MSG DLT EDT LST RDT UPD DWN RMV PWD XIT SHT WHO\n";
    static final String LOGIN = "mike\nhunter2\n";
    static final String WELCOME = "Enter username: Enter password: Welcome to the forum\n";

    final ScriptedForum forum = new ScriptedForum();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws IOException {
        forum.close();
    }

    String answerTo(String line) {
        out.reset();
        assertThat(talk(LOGIN + line + "\n")).isZero();
        String begin = WELCOME + SENTENCE;
        String end = SENTENCE + "Goodbye\n";
        assertThat(out()).startsWith(begin).endsWith(end);
        return out().substring(begin.length(), out().length() - end.length());
    }

    int talk(String input) {
        return run(new StringReader(input), address());
    }

    int run(Reader in, String address) {
        Surroundings here = new Surroundings(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Folder(folder, folder),
                Map.of(),
                Optional.empty());
        Client client = new Client(here, new Units(InstantSource.system(), () -> ZoneOffset.UTC));
        return client.run(address);
    }

    String address() {
        return "forum://" + forum.address();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
