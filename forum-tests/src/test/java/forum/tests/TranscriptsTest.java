package forum.tests;

import forum.testkit.transcript.Transcripts;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Play the protocol, dialogue by dialogue, over TCP. */
class TranscriptsTest {

    @TestFactory
    Stream<DynamicTest> inMemory() throws URISyntaxException {
        return Transcripts.in(folder(), () -> Storages.named("memory"));
    }

    @TestFactory
    Stream<DynamicTest> onDisk() throws URISyntaxException {
        return Transcripts.in(folder(), () -> Storages.named("fs"));
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(TranscriptsTest.class.getResource("/transcripts").toURI());
    }
}
