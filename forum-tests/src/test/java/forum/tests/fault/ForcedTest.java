package forum.tests.fault;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.storage.Session;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import forum.tests.Storages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ask the virtual machine what it forced: where power losses are simulated, nothing needs to be. */
class ForcedTest {

    @Test
    void whatWasPromisedWasForcedByTheKernel(@TempDir Path data, @TempDir Path recordings) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            promise(data);
            recording.stop();
            assertThat(forced(recording, recordings.resolve("recording.jfr")))
                    .containsAll(Stream.of(
                                    "",
                                    "credentials.txt.new",
                                    "journal",
                                    "journal/000000000001.segment.new",
                                    "journal/000000000001.segment",
                                    "files",
                                    "files/01",
                                    "files/01/0000000000000001.part")
                            .map(name -> data.resolve(name).toString())
                            .toList());
        }
    }

    private static void promise(Path data) throws IOException {
        try (TestForum forum = new TestForum(Storages.named("fs"), data)) {
            forum.storage().credentials().add(name("yoda"), "secret");
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.post(name("jedi"), text("hi")));
            done(yoda.attach(name("jedi"), TestUpload.of("f", "content")));
            yoda.sync();
        }
    }

    private static Set<String> forced(Recording recording, Path file) throws IOException {
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .map(event -> event.getString("path"))
                .collect(Collectors.toSet());
    }
}
