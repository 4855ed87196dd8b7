package forum.storage.fs;

import static forum.storage.fs.Litter.fails;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.storage.Restoration;
import forum.api.storage.Session;
import forum.api.storage.StorageProvider.Config;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Switch the machine off at each step of what writes a whole data folder. */
final class CopyOutageTest {

    private static final String CONTENT = "content".repeat(200);

    @TempDir
    private Path folder;

    @Test
    void aBackupIsThereAsAWholeOrNotAtAllAndForGoodOnceThatIsSaid() throws Exception {
        Outage.atSteps(folder, 3, 1, (place, outage) -> {
            Path target = place.resolve("backup");
            TestForum forum = filled(place, outage.disk());
            List<String> before = Scene.describe(forum.as("yoda"));
            outage.powerLossAhead();
            boolean done = !fails(() -> forum.storage().backup(target, line -> {}));
            outage.loseUnder(forum);
            requireWholeOrNothing(target, done, before);
            requireWhole(place.resolve("data"), before);
        });
    }

    @Test
    void anImportIsThereAsAWholeOrNotAtAllAndForGoodOnceThatIsSaid() throws Exception {
        Outage.atSteps(folder, 3, 1, (place, outage) -> {
            Path target = place.resolve("import");
            List<String> before;
            boolean done;
            try (TestForum source = filled(place, new FaultyDisk())) {
                before = Scene.describe(source.as("yoda"));
                outage.powerLossAhead();
                done = !fails(() -> restore(source, outage.disk(), target));
            }
            outage.lose();
            outage.disk().restart();
            requireWholeOrNothing(target, done, before);
        });
    }

    @Test
    void aRepairThatIsBrokenOffCanBeBegunAgain() throws Exception {
        Outage.atSteps(folder, 3, 1, (place, outage) -> {
            Path data = damaged(place);
            outage.powerLossAhead();
            boolean done = !fails(() -> repair(outage.disk(), data));
            outage.lose();
            outage.disk().restart();
            if (!done) {
                repair(outage.disk(), data);
            }
            assertThat(new FsStorageProvider().check(config(data), line -> {})).isTrue();
            try (TestForum forum = new TestForum(new FsStorageProvider(), data)) {
                assertThat(lines(forum.as("yoda"), "jedi"))
                        .containsExactly("1 yoda: first", "yoda uploaded f", "2 yoda: third");
                Scene.requireWholeFiles(forum.as("yoda"), data);
            }
        });
    }

    private static void requireWholeOrNothing(Path target, boolean done, List<String> expected) throws IOException {
        if (done) {
            assertThat(target).exists();
        }
        if (Files.exists(target)) {
            requireWhole(target, expected);
        }
    }

    private static void requireWhole(Path data, List<String> expected) throws IOException {
        List<String> report = new ArrayList<>();
        assertThat(new FsStorageProvider().check(config(data), report::add))
                .as("%s", report)
                .isTrue();
        try (TestForum forum = new TestForum(new FsStorageProvider(), data)) {
            assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(expected);
            Scene.requireWholeFiles(forum.as("yoda"), data);
            assertThat(forum.storage().credentials().find(name("yoda"))).contains("secret");
        }
    }

    private static TestForum filled(Path place, Disk disk) throws IOException {
        Path data = Files.createDirectory(place.resolve("data"));
        TestForum forum = new TestForum(new FsStorageProvider(disk), data);
        Session yoda = forum.as("yoda");
        forum.storage().credentials().add(name("yoda"), "secret");
        done(yoda.create(name("jedi")));
        done(yoda.post(name("jedi"), text("first")));
        done(yoda.post(name("jedi"), text("second")));
        done(yoda.attach(name("jedi"), TestUpload.of("f", CONTENT)));
        yoda.store("polls").write("k", new byte[1]);
        yoda.sync();
        Litter.compact(forum);
        done(yoda.post(name("jedi"), text("third")));
        yoda.sync();
        return forum;
    }

    private static void restore(TestForum source, Disk disk, Path target) throws IOException {
        try (Restoration restoration = new FsStorageProvider(disk).restore(config(target))) {
            Session yoda = source.as("yoda");
            for (ForumThread thread : yoda.threads()) {
                restoration.thread(thread);
                for (Entry entry : entries(yoda, thread.title().value())) {
                    switch (entry) {
                        case Message message -> restoration.message(message);
                        case Attachment file -> restoration.attachment(file, TestUpload.of("f", CONTENT));
                    }
                }
            }
            restoration.credential(name("yoda"), "secret");
            restoration.plugin("polls", "k", new byte[1]);
            restoration.commit(source.storage().lastId());
        }
    }

    /** Make a forum whose second post is damaged. */
    private static Path damaged(Path place) throws IOException {
        filled(place, new FaultyDisk()).close();
        Path data = place.resolve("data");
        Path segment = data.resolve("journal/000000000001.segment");
        String bytes = Files.readString(segment, StandardCharsets.ISO_8859_1);
        Files.writeString(segment, bytes.replace("second", "sEcond"), StandardCharsets.ISO_8859_1);
        return data;
    }

    private static void repair(Disk disk, Path data) {
        new FsStorageProvider(disk).repair(config(data), line -> {});
    }

    private static Config config(Path data) {
        return new Config(data, Map.of(), InstantSource.system());
    }
}
