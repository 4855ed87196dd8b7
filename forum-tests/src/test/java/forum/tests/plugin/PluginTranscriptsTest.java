package forum.tests.plugin;

import forum.testkit.storage.MemoryStorageProvider;
import forum.testkit.transcript.Transcripts;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Play what plugins' commands can do, good and bad. */
class PluginTranscriptsTest {

    @TestFactory
    Stream<DynamicTest> withPlugins() throws URISyntaxException {
        Path folder = Path.of(
                PluginTranscriptsTest.class.getResource("/plugin-transcripts").toURI());
        return Transcripts.in(
                folder,
                MemoryStorageProvider::new,
                config -> config.withPlugins(
                        plugins -> plugins.of(TestPlugins.all().toArray())));
    }
}
