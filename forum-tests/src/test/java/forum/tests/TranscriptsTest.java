package forum.tests;

import forum.testkit.storage.MemoryStorageProvider;
import forum.testkit.transcript.Transcripts;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TranscriptsTest {

    @TestFactory
    Stream<DynamicTest> inMemory() throws URISyntaxException {
        return Transcripts.in(folder(), MemoryStorageProvider::new);
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(TranscriptsTest.class.getResource("/transcripts").toURI());
    }
}
