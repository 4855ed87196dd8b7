package forum.storage.fs;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.Text;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.api.storage.StorageProvider.Config;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copy a data folder, and look at the files. */
final class BackupTest {

    private final FaultyDisk disk = new FaultyDisk();

    @TempDir
    private Path all;

    private Path data = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        data = Files.createDirectory(all.resolve("data"));
        target = all.resolve("backup");
    }

    @Test
    void whatAKilledBackupLeftIsReplaced() throws Exception {
        Path left = Files.createDirectories(all.resolve("backup.unfinished/journal"));
        Files.writeString(left.resolve("000000000001.segment"), "half a segment");
        Files.writeString(left.resolve("000000000009.segment"), "another");
        try (TestForum forum = filled()) {
            forum.storage().backup(target, line -> {});
        }
        assertThat(names(all)).containsExactlyInAnyOrder("data", "backup");
        assertThat(names(target)).containsExactlyInAnyOrder("lock", "journal", "files");
        assertThat(names(target.resolve("journal"))).containsExactly("000000000001.segment");
        try (TestForum copy = open(target)) {
            assertThat(lines(copy.as("yoda"), "jedi")).hasSize(2);
        }
    }

    @Test
    void twoBackupsToOnePlaceAreNotMixed() throws Exception {
        try (TestForum forum = filled()) {
            forum.storage()
                    .backup(
                            target,
                            line -> assertThatThrownBy(() -> forum.storage().backup(target, other -> {}))
                                    .isInstanceOf(StorageException.class));
            try (TestForum copy = open(target)) {
                assertThat(lines(copy.as("yoda"), "jedi")).hasSize(2);
            }
        }
    }

    @Test
    void aTargetThatCannotBeIsRefusedInOneSentence() throws Exception {
        Files.writeString(all.resolve("file"), "in the way");
        try (TestForum forum = filled()) {
            refused(forum, all.resolve("file"), "it is not a folder");
            refused(forum, data.resolve("files/backup"), "it lies in the data folder");
            refused(forum, data, "it lies in the data folder");
            refused(forum, all, "it is not empty");
        }
        assertThat(names(all)).containsExactlyInAnyOrder("data", "file");
    }

    @Test
    void aDiskThatFailsAnywhereLeavesNoBackupAndHarmsNothing() throws Exception {
        try (TestForum forum = filled()) {
            int failures = 0;
            while (!isBackedUp(forum, failures)) {
                failures++;
                assertThat(target).doesNotExist();
            }
            assertThat(names(all)).containsExactlyInAnyOrder("data", "backup");
            assertThat(failures).isGreaterThan(10);
            done(forum.as("yoda").post(name("jedi"), text("still here")));
            forum.as("yoda").sync();
        }
        try (TestForum copy = open(target)) {
            assertThat(lines(copy.as("yoda"), "jedi")).hasSize(2);
        }
    }

    @Test
    void aBackupOfManySegmentsIsWhole() throws Exception {
        Text large = Text.of("x".repeat(Text.MAX_LENGTH));
        try (TestForum forum = filled()) {
            Session yoda = forum.as("yoda");
            for (int i = 0; i < 120; i++) {
                done(yoda.post(name("jedi"), large));
            }
            yoda.sync();
            forum.storage().backup(target, line -> {});
            assertThat(names(data.resolve("journal"))).hasSizeGreaterThan(2);
            try (TestForum copy = open(target)) {
                assertThat(lines(copy.as("yoda"), "jedi")).isEqualTo(lines(yoda, "jedi"));
            }
        }
    }

    @Test
    void whatIsDamagedIsNotCopied() throws Exception {
        try (TestForum forum = filled()) {
            done(forum.as("yoda").post(name("jedi"), text("last")));
            forum.as("yoda").sync();
        }
        Path segment = data.resolve("journal/000000000001.segment");
        byte[] sound = Files.readAllBytes(segment);
        byte[] damaged = sound.clone();
        damaged[SegmentHeader.SIZE + 20] ^= 1;
        Files.write(segment, damaged);
        assertThatThrownBy(this::backUpClosed).hasMessageContaining("is damaged at byte 48");
        Files.write(segment, sound);
        Path file = data.resolve("files/01/0000000000000001");
        Files.writeString(file, "CONTENT");
        assertThatThrownBy(this::backUpClosed).hasMessageContaining("The attached file f is damaged");
        assertThat(names(all)).containsExactly("data");
        Files.writeString(file, "content");
        backUpClosed();
        assertThat(names(all)).containsExactlyInAnyOrder("data", "backup");
    }

    /** Let one operation fail, and tell whether there are not so many. */
    private boolean isBackedUp(TestForum forum, int fine) {
        AtomicInteger operations = new AtomicInteger();
        disk.plan((operation, file) -> operations.getAndIncrement() == fine ? Verdict.FAILS_BEFORE : Verdict.FINE);
        try {
            forum.storage().backup(target, line -> {});
            return operations.get() <= fine;
        } catch (StorageException e) {
            assertThat(e).hasMessageEndingWith("Input/output error");
            return Files.exists(target);
        } finally {
            disk.heal();
        }
    }

    private void backUpClosed() {
        Config config = new Config(data, Map.of(), InstantSource.system());
        new FsStorageProvider().backup(config, target, line -> {});
    }

    private TestForum filled() throws Exception {
        TestForum forum = new TestForum(new FsStorageProvider(disk), data);
        Session yoda = forum.as("yoda");
        done(yoda.create(name("jedi")));
        done(yoda.post(name("jedi"), text("hi")));
        done(yoda.attach(name("jedi"), TestUpload.of("f", "content")));
        yoda.sync();
        return forum;
    }

    private static TestForum open(Path folder) {
        return new TestForum(new FsStorageProvider(), folder);
    }

    private static void refused(TestForum forum, Path target, String why) {
        assertThatThrownBy(() -> forum.storage().backup(target, line -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessage("Cannot write to " + target + ": " + why);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
