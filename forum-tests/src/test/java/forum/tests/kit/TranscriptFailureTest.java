package forum.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import forum.testkit.storage.MemoryStorageProvider;
import forum.testkit.transcript.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** A transcript that fails says where and why. */
class TranscriptFailureTest {

    @TempDir
    private Path folder;

    @Test
    void anotherReplyIsNamedWithFileAndLine() throws IOException {
        assertThat(failure("1 C: (logs in as mike)", "1 C: CRT a", "1 S: +Thread b created"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("part/x.txt:3: session 1%n  expected: +Thread b created%n   but was: +Thread a created"
                        .formatted());
    }

    @Test
    void anotherLineOfTheLogIsNamedWithFileAndLine() throws IOException {
        assertThat(failure(
                        "1 C: (logs in as mike)",
                        "1 C: CRT a",
                        "1 S: +Thread a created",
                        "LOG: mike issued CRT command",
                        "LOG: no"))
                .hasMessageContaining("part/x.txt:5: the log")
                .hasMessageContaining("Thread a created");
    }

    @Test
    void whatTheServerSaysBeyondTheEndIsAFailure() throws IOException {
        assertThat(failure("1 C: PING", "1 C: PING", "1 S: +PONG")).hasMessageContaining("at the end");
    }

    @Test
    void aBlockWithAnotherReplyFails() throws IOException {
        assertThat(failure("1 C: PING", "1 C: PING", "{", "1 S: +PANG", "1 S: +PONG", "}"))
                .hasMessageContaining("part/x.txt:5");
    }

    @Test
    void aFailedLoginIsNamedWithFileAndLine() throws IOException {
        assertThat(failure("1 C: (logs in as mike)", "2 C: (logs in as mike)"))
                .hasMessageStartingWith("part/x.txt:2: mike cannot log in: +LD");
    }

    @Test
    void aFolderWithoutTranscriptsIsAMistake() {
        assertThat(catchThrowable(() -> Transcripts.in(folder, MemoryStorageProvider::new)))
                .hasMessageContaining("No transcripts");
    }

    private Throwable failure(String... lines) throws IOException {
        Files.write(Files.createDirectories(folder.resolve("part")).resolve("x.txt"), List.of(lines));
        DynamicTest test =
                Transcripts.in(folder, MemoryStorageProvider::new).findFirst().orElseThrow();
        return catchThrowable(() -> test.getExecutable().execute());
    }
}
