package forum.storage.fs;

import static forum.storage.fs.Litter.SECRET;
import static forum.storage.fs.Litter.compact;
import static forum.storage.fs.Litter.fails;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Text;
import forum.api.storage.Session;
import forum.storage.fs.FaultyDisk.Operation;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compact a forum, and require that nothing but what is gone goes. */
final class CompactionTest {

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk();

    @Test
    void whatWasRemovedDeletedAndReplacedLeavesTheDisk() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = Litter.leave(forum);
            List<String> before = Scene.describe(yoda);
            assertThat(journal()).contains(SECRET);
            compact(forum);
            assertThat(journal()).doesNotContain(SECRET);
            assertThat(Scene.describe(yoda)).isEqualTo(before);
            Restart.fromTheJournal(forum);
            assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void aForumOfWhichNothingIsLeftTakesNoRoomButForTheNextWrites() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            fill(yoda, 3 << 20);
            done(yoda.remove(name("jedi")));
            compact(forum);
            compact(forum);
            assertThat(complete()).hasSize(1).allMatch(segment -> segment.length() < 100);
            long last = done(yoda.create(name("jedi"))).id();
            Restart.fromTheJournal(forum);
            assertThat(done(forum.as("yoda").create(name("sith"))).id()).isGreaterThan(last);
        }
    }

    @Test
    void aThreadKeepsItsRevisionAndItsTimeWhenItsLatestChangeGoes() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.post(name("jedi"), text("hi")));
            forum.clock().pass(Duration.ofHours(1));
            done(yoda.delete(name("jedi"), number(1)));
            List<String> before = Scene.describe(yoda);
            for (int i = 0; i < 3; i++) {
                compact(forum);
                Restart.fromTheJournal(forum);
                assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
            }
            done(forum.as("yoda").post(name("jedi"), text("hi again")));
            compact(forum);
            assertThat(forum.as("yoda").thread(name("jedi")).orElseThrow().revision())
                    .isEqualTo(4);
        }
    }

    @Test
    void aSweepThatFindsNothingWritesNothing() throws Exception {
        try (TestForum forum = open()) {
            Litter.leave(forum);
            compact(forum);
            compact(forum);
            compact(forum);
            disk.plan((operation, file) ->
                    operation == Operation.MOVE && complete().size() == 1 ? Verdict.FAILS_BEFORE : Verdict.FINE);
            List<SegmentHeader> before = complete();
            compact(forum);
            assertThat(complete()).isEqualTo(before);
            disk.heal();
        }
    }

    @Test
    void nothingThatABackupCopiesIsReplacedOrDeleted(@TempDir Path elsewhere) throws Exception {
        try (TestForum forum = open()) {
            Session yoda = Litter.leave(forum);
            List<SegmentHeader> segments = complete();
            AtomicInteger lines = new AtomicInteger();
            forum.storage().backup(elsewhere.resolve("copy"), line -> {
                if (lines.getAndIncrement() == 2) {
                    done(yoda.remove(name("jedi")));
                    done(yoda.post(name("sith"), text("later")));
                    yoda.sync();
                    assertThat(fails(() -> compact(forum))).isFalse();
                    assertThat(complete()).startsWith(segments.toArray(SegmentHeader[]::new));
                }
            });
            assertThat(lines.get()).isGreaterThan(2);
            try (TestForum restored = new TestForum(new FsStorageProvider(), elsewhere.resolve("copy"))) {
                assertThat(lines(restored.as("yoda"), "sith")).startsWith("1 yoda: quiet");
                done(restored.as("yoda").post(name("sith"), text("goes on")));
            }
            compact(forum);
            assertThat(complete()).doesNotContainAnyElementsOf(segments);
            Restart.fromTheJournal(forum);
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void trafficGoesOnWhileTheJournalIsCompacted() throws Exception {
        try (TestForum forum = open()) {
            List<Thread> writers = new ArrayList<>();
            List<Throwable> failures = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String user = "user" + i;
                writers.add(Thread.ofVirtual()
                        .uncaughtExceptionHandler((thread, e) -> {
                            synchronized (failures) {
                                failures.add(e);
                            }
                        })
                        .start(() -> write(forum.as(user), user)));
            }
            while (writers.stream().anyMatch(Thread::isAlive)) {
                compact(forum);
            }
            assertThat(failures).isEmpty();
            List<String> before = Scene.describe(forum.as("reader"));
            for (int i = 0; i < 4; i++) {
                assertThat(lines(forum.as("reader"), "thread-user" + i))
                        .hasSize(300)
                        .allMatch(line -> line.contains("new"));
            }
            Restart.fromTheJournal(forum);
            assertThat(Scene.describe(forum.as("reader"))).isEqualTo(before);
        }
    }

    private static void write(Session session, String user) {
        done(session.create(name("thread-" + user)));
        for (int i = 0; i < 300; i++) {
            done(session.post(name("thread-" + user), text("old " + i)));
            done(session.post(name("thread-" + user), text("gone " + i)));
            session.sync();
            done(session.edit(name("thread-" + user), number(i + 1), text("new " + i)));
            done(session.delete(name("thread-" + user), number(i + 2)));
            session.sync();
        }
    }

    @Test
    void deadBytesStayWithinTheBoundByThemselves() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.post(name("jedi"), text("first")));
            Text large = text("x".repeat(10_000));
            for (int i = 0; i < 5000; i++) {
                done(yoda.edit(name("jedi"), number(1), large));
                if (i % 100 == 0) {
                    yoda.sync();
                }
            }
            for (int i = 0; i < 3; i++) {
                ((FsStorage) forum.storage()).awaitCompaction();
                done(yoda.edit(name("jedi"), number(1), large));
                yoda.sync();
            }
            ((FsStorage) forum.storage()).awaitCompaction();
            Restart.fromTheJournal(forum);
            long bytes = 0;
            for (SegmentHeader segment : complete()) {
                bytes += segment.length();
            }
            assertThat(bytes).isLessThan(50_000_000 / 2);
            compact(forum);
        }
    }

    private static void fill(Session session, int bytes) {
        done(session.create(name("jedi")));
        for (int i = 0; i < bytes; i += 60_000) {
            done(session.post(name("jedi"), text("x".repeat(60_000))));
        }
        session.sync();
    }

    /** List the headers of the complete segments. */
    private List<SegmentHeader> complete() {
        try {
            List<SegmentHeader> headers = new ArrayList<>();
            for (SegmentFile file : SegmentFile.chain(new JournalFolder(new RealDisk(), folder))) {
                byte[] bytes = Files.readAllBytes(file.path());
                SegmentScan scan = new SegmentScan(ByteBuffer.wrap(bytes));
                scan.skipSound();
                if (scan.isSealed()) {
                    headers.add(file.header());
                }
            }
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String journal() throws IOException {
        return Litter.read(folder.resolve("journal"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private TestForum open() {
        return new TestForum(new FsStorageProvider(disk), folder);
    }
}
