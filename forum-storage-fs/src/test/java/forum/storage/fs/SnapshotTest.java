package forum.storage.fs;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import forum.api.Text;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.storage.fs.FaultyDisk.Operation;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start from a snapshot, or not, and find the same forum. */
final class SnapshotTest {

    @TempDir
    private Path folder;

    private final long seed = Seed.choose();
    private final Random random = new Random(seed);
    private final FaultyDisk disk = new FaultyDisk();

    @Test
    void aForumIsTheSameFromItsSnapshot() throws Exception {
        try (TestForum forum = open()) {
            Scene scene = new Scene(random);
            for (int life = 0; life < 5; life++) {
                List<String> before = live(forum, scene, 500);
                forum.stop();
                requireGood(forum);
                forum.reopen();
                assertThat(Scene.describe(forum.as("reader"))).isEqualTo(before);
                assertThat(Restart.snapshot(forum)).doesNotExist();
                ((FsStorage) forum.storage()).compact();
                Restart.fromTheJournal(forum);
                assertThat(Scene.describe(forum.as("reader"))).isEqualTo(before);
            }
        }
    }

    @Test
    void textsOfManySlabsAreFoundAgain() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            for (int i = 1; i <= 600; i++) {
                done(yoda.post(name("jedi"), text(i + "x".repeat(random.nextInt(10_000)))));
                if (i % 3 == 0) {
                    done(yoda.edit(name("jedi"), number(i), text(i + "y".repeat(random.nextInt(10_000)))));
                }
            }
            List<String> before = Scene.describe(yoda);
            forum.stop();
            requireGood(forum);
            forum.reopen();
            assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
            done(forum.as("yoda").post(name("jedi"), text("more")));
            assertThat(lines(forum.as("yoda"), "jedi")).hasSize(601).last().isEqualTo("601 yoda: more");
        }
    }

    @Test
    void aSnapshotThatIsDamagedOrCutIsLeftAside() throws Exception {
        try (TestForum forum = open()) {
            List<String> before = live(forum, new Scene(random), 200);
            for (int i = 0; i < 100; i++) {
                forum.stop();
                byte[] bytes = Files.readAllBytes(Restart.snapshot(forum));
                int place = random.nextInt(bytes.length);
                bytes[place] ^= (byte) (1 << random.nextInt(8));
                Files.write(Restart.snapshot(forum), i % 4 == 0 ? Arrays.copyOf(bytes, place) : bytes);
                forum.reopen();
                assertThat(Scene.describe(forum.as("reader"))).isEqualTo(before);
            }
        }
    }

    @Test
    void textsAreNotTakenForItems() throws Exception {
        Text looksLikeTheEnd = Text.of(new byte[] {SnapshotWriter.END, 2, 2, 2, 2});
        ForumState state = emptyState();
        state.replay(new Change.Created(1, 1, 0, name("yoda"), name("jedi")));
        state.replay(new Change.Posted(1, 2, 0, 2, name("yoda"), looksLikeTheEnd));
        Path file = folder.resolve("frames");
        try (SnapshotWriter writer = new SnapshotWriter(disk.create(file), state)) {
            writer.write(new SnapshotHeader(0, 1, SegmentHeader.SIZE), 0);
        }
        byte[] bytes = Files.readAllBytes(file);
        int kind = SnapshotHeader.SIZE + 3;
        assertThat(bytes[kind]).isEqualTo((byte) SnapshotWriter.TEXTS);
        bytes[kind] = SnapshotWriter.ITEMS;
        Files.write(file, bytes);
        try (DiskFile changed = disk.open(file)) {
            SnapshotReader reader = new SnapshotReader(changed, emptyState(), new AttachmentFiles(disk, folder));
            assertThatIllegalArgumentException().isThrownBy(reader::read).withMessageContaining("damaged");
        }
    }

    @Test
    void aSnapshotOfAnotherJournalIsLeftAside() throws Exception {
        try (TestForum forum = open()) {
            live(forum, new Scene(random), 50);
            forum.stop();
            byte[] old = Files.readAllBytes(Restart.snapshot(forum));
            forum.reopen();
            List<String> before = live(forum, new Scene(random), 50);
            forum.stop();
            Files.write(Restart.snapshot(forum), old);
            forum.reopen();
            assertThat(Scene.describe(forum.as("reader"))).isEqualTo(before);
        }
    }

    @Test
    void damageOfTheJournalStopsTheStartBesideASnapshot() throws Exception {
        TestForum forum = open();
        live(forum, new Scene(random), 200);
        forum.stop();
        Path segment = folder.resolve("journal/000000000001.segment");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[1000] ^= 1;
        Files.write(segment, bytes);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(forum::reopen)
                .matches(e -> e.fault() == Fault.DAMAGED);
    }

    @Test
    void aSnapshotHidesNoDamageThatCameWhileTheForumWasOpen() throws Exception {
        TestForum forum = open();
        live(forum, new Scene(random), 200);
        ((FsStorage) forum.storage()).journal().syncAll();
        Path segment = folder.resolve("journal/000000000001.segment");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[1000] ^= 1;
        Files.write(segment, bytes);
        forum.stop();
        assertThat(Restart.snapshot(forum)).doesNotExist();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(forum::reopen)
                .matches(e -> e.fault() == Fault.DAMAGED);
    }

    @Test
    void anUnfinishedSnapshotGoesAtTheNextStart() throws Exception {
        try (TestForum forum = open()) {
            List<String> before = live(forum, new Scene(random), 50);
            forum.stop();
            Path unfinished = folder.resolve("snapshot.new");
            Files.copy(Restart.snapshot(forum), unfinished);
            forum.reopen();
            assertThat(Scene.describe(forum.as("reader"))).isEqualTo(before);
            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void aSnapshotThatFillsTheDiskGivesTheRoomBack() throws Exception {
        try (TestForum forum = open()) {
            live(forum, new Scene(random), 50);
            disk.plan((operation, file) ->
                    operation == Operation.WRITE && file.endsWith("snapshot.new") ? Verdict.FULL : Verdict.FINE);
            forum.stop();
            disk.heal();
            assertThat(folder.resolve("snapshot.new")).doesNotExist();
            assertThat(Restart.snapshot(forum)).doesNotExist();
            forum.reopen();
        }
    }

    @Test
    void whatIsGoneIsNotInTheSnapshot() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.post(name("jedi"), text("a secret")));
            done(yoda.post(name("jedi"), text("no news")));
            done(yoda.delete(name("jedi"), number(1)));
            forum.stop();
            assertThat(Files.readString(Restart.snapshot(forum), StandardCharsets.ISO_8859_1))
                    .contains("no news")
                    .doesNotContain("a secret");
        }
    }

    @Test
    void aStorageClosesAlsoWhereThereIsNoRoomForASnapshot() throws Exception {
        try (TestForum forum = open()) {
            List<String> before = live(forum, new Scene(random), 50);
            for (Verdict verdict : List.of(Verdict.FULL, Verdict.FAILS_HALFWAY, Verdict.FAILS_AFTER)) {
                disk.plan((_, file) -> file.endsWith("snapshot.new") ? verdict : Verdict.FINE);
                forum.stop();
                disk.heal();
                forum.reopen();
                assertThat(Scene.describe(forum.as("reader"))).isEqualTo(before);
            }
        }
    }

    private static List<String> live(TestForum forum, Scene scene, int changes) throws Exception {
        for (int i = 0; i < changes; i++) {
            scene.change(forum, scene.someone(forum));
        }
        return Scene.describe(forum.as("reader"));
    }

    /** Require a snapshot that the next start will use; it is put back for that. */
    private void requireGood(TestForum forum) throws Exception {
        byte[] bytes = Files.readAllBytes(Restart.snapshot(forum));
        RealDisk real = new RealDisk();
        ForumState state = emptyState();
        assertThat(new Snapshot(real, folder)
                        .restore(
                                SegmentFile.chain(new JournalFolder(real, folder)),
                                state,
                                new AttachmentFiles(real, folder)))
                .isPresent();
        Files.write(Restart.snapshot(forum), bytes);
    }

    private static ForumState emptyState() {
        return new ForumState(new OffHeap(64 << 20), Housekeeping.NONE);
    }

    private TestForum open() {
        return new TestForum(new FsStorageProvider(disk), folder);
    }
}
