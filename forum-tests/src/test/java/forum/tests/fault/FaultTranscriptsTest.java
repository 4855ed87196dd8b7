package forum.tests.fault;

import forum.testkit.transcript.Transcripts;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Play what users are told when the storage fails. */
class FaultTranscriptsTest {

    @TestFactory
    Stream<DynamicTest> onAFaultyStorage() throws URISyntaxException {
        Path folder = Path.of(
                FaultTranscriptsTest.class.getResource("/fault-transcripts").toURI());
        return Transcripts.in(folder, FaultyStorageProvider::new);
    }
}
