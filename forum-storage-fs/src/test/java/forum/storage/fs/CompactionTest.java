package forum.storage.fs;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Text;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.storage.fs.FaultyDisk.Operation;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compact a forum, also while the disk fails, and require that nothing but what is gone goes. */
final class CompactionTest {

    private static final String SECRET = "the-plans-of-the-death-star";

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk();

    @Test
    void whatWasRemovedDeletedAndReplacedLeavesTheDisk() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = makeWaste(forum);
            List<String> before = Scene.describe(yoda);
            assertThat(journal()).contains(SECRET);
            compact(forum);
            assertThat(journal()).doesNotContain(SECRET);
            assertThat(Scene.describe(yoda)).isEqualTo(before);
            forum.reopen();
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
            forum.reopen();
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
                forum.reopen();
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
            makeWaste(forum);
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

    @ParameterizedTest
    @EnumSource(names = {"FAILS_BEFORE", "FAILS_HALFWAY", "FAILS_AFTER", "FULL"})
    void aCompactionThatFailsAnywhereLosesNothing(Verdict verdict) throws Exception {
        Path base = folder.resolve("base");
        List<String> before = makeWasteIn(base);
        for (int step = 0, failed = 1; failed > 0; step++) {
            Path place = copyOf(base, "step" + step);
            try (TestForum forum = new TestForum(new FsStorageProvider(disk), place)) {
                failed = failAt(step, verdict, forum);
                assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
                compact(forum);
                forum.reopen();
                assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
                assertThat(read(place.resolve("journal"))).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void aPowerLossAtAnyStepOfACompactionLosesNothing() throws Exception {
        long seed = Seed.choose();
        Path base = folder.resolve("base");
        List<String> before = makeWasteIn(base);
        for (int step = 0, failed = 1; failed > 0; step++) {
            for (int luck = 0; luck < 5; luck++) {
                Path place = copyOf(base, "step" + step + "-" + luck);
                Random random = new Random(seed + luck);
                TestForum forum = new TestForum(new FsStorageProvider(disk), place);
                AtomicInteger countdown = new AtomicInteger(step);
                disk.plan((operation, file) -> {
                    if (countdown.getAndDecrement() > 0) {
                        return Verdict.FINE;
                    }
                    disk.crash(random);
                    return Verdict.FAILS_BEFORE;
                });
                failed = fails(() -> compact(forum)) ? 1 : 0;
                CrashTest.abandon(disk, forum);
                disk.restart();
                try (TestForum restarted = new TestForum(new FsStorageProvider(disk), place)) {
                    assertThat(Scene.describe(restarted.as("yoda"))).isEqualTo(before);
                    compact(restarted);
                    restarted.reopen();
                    assertThat(Scene.describe(restarted.as("yoda"))).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void aDeletionThatIsNotDurableTakesNothingFromTheDisk() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.post(name("jedi"), text("kept")));
            yoda.sync();
            AtomicInteger reads = new AtomicInteger();
            disk.plan((operation, file) -> {
                if (operation == Operation.READ && reads.getAndIncrement() == 2) {
                    done(yoda.delete(name("jedi"), number(1)));
                }
                return reads.get() > 2 && operation == Operation.FORCE ? Verdict.FAILS_BEFORE : Verdict.FINE;
            });
            assertThat(fails(() -> compact(forum))).isTrue();
            disk.heal();
            assertThat(lines(forum.as("yoda"), "jedi")).containsExactly("1 yoda: kept");
            compact(forum);
            forum.reopen();
            assertThat(lines(forum.as("yoda"), "jedi")).containsExactly("1 yoda: kept");
        }
    }

    @Test
    void nothingThatABackupCopiesIsReplacedOrDeleted() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = makeWaste(forum);
            List<SegmentHeader> segments = complete();
            Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
            AtomicInteger lines = new AtomicInteger();
            forum.storage().backup(copy, line -> {
                if (lines.getAndIncrement() == 2) {
                    done(yoda.remove(name("jedi")));
                    done(yoda.post(name("sith"), text("later")));
                    yoda.sync();
                    assertThat(fails(() -> compact(forum))).isFalse();
                    assertThat(complete()).startsWith(segments.toArray(SegmentHeader[]::new));
                }
            });
            assertThat(lines.get()).isGreaterThan(2);
            try (TestForum restored = new TestForum(new FsStorageProvider(), copy)) {
                assertThat(lines(restored.as("yoda"), "sith")).startsWith("1 yoda: quiet");
                done(restored.as("yoda").post(name("sith"), text("goes on")));
            }
            compact(forum);
            assertThat(complete()).doesNotContainAnyElementsOf(segments);
            forum.reopen();
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
            forum.reopen();
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
            yoda.sync();
            forum.reopen();
            long bytes = 0;
            for (SegmentHeader segment : complete()) {
                bytes += segment.length();
            }
            assertThat(bytes).isLessThan(50_000_000 / 2);
            compact(forum);
        }
    }

    @Test
    void textsThatAreGoneLeaveTheMemory() throws Exception {
        OffHeap memory = new OffHeap(64 << 20);
        Slabs slabs = new Slabs(memory);
        List<Long> places = new ArrayList<>();
        Random random = new Random(Seed.choose());
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            Text text = text("text " + random.nextLong() + "x".repeat(random.nextInt(300)));
            texts.add(text);
            places.add(i % 3 == 0 ? slabs.addEdited(text, i) : slabs.add(text));
        }
        for (int i = 0; i < places.size(); i++) {
            if (i % 10 != 0) {
                slabs.release(places.get(i));
            }
        }
        assertThat(slabs.isSparse()).isTrue();
        BitSet sparse = slabs.sparse();
        assertThat(sparse.cardinality()).isGreaterThan(10);
        for (int i = 0; i < places.size(); i += 10) {
            if (sparse.get((int) (Place.address(places.get(i)) / Slabs.SIZE))) {
                places.set(i, slabs.move(places.get(i)));
            }
        }
        assertThat(slabs.sparse().cardinality()).isLessThanOrEqualTo(1);
        for (int i = 0; i < places.size(); i += 10) {
            assertThat(slabs.view().text(places.get(i))).isEqualTo(texts.get(i));
            if (i % 3 == 0) {
                assertThat(slabs.revision(places.get(i))).isEqualTo(i);
            }
        }
    }

    private static List<String> makeWasteIn(Path place) throws Exception {
        Files.createDirectory(place);
        try (TestForum forum = new TestForum(new FsStorageProvider(), place)) {
            return Scene.describe(makeWaste(forum));
        }
    }

    private Path copyOf(Path base, String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> all = Files.walk(base)) {
            for (Path path : all.toList()) {
                Files.copy(path, copy.resolve(base.relativize(path)));
            }
        }
        return copy;
    }

    /** Make a forum that spans segments, with waste of every kind. */
    private static Session makeWaste(TestForum forum) throws Exception {
        Session yoda = forum.as("yoda");
        for (String title : List.of("jedi", "sith", "gone")) {
            done(yoda.create(name(title)));
        }
        done(yoda.attach(name("jedi"), TestUpload.of("kept", "x")));
        done(yoda.attach(name("gone"), TestUpload.of("gone", SECRET)));
        for (int i = 0; i < 20; i++) {
            done(yoda.post(name("jedi"), text("kept " + i)));
            done(yoda.post(name("jedi"), text(SECRET)));
            done(yoda.post(name("jedi"), text("old " + SECRET)));
            done(yoda.post(name("gone"), text(SECRET + "x".repeat(50_000))));
            done(yoda.edit(name("jedi"), number(2 * i + 3), text("again " + SECRET)));
            yoda.store("polls").write("k" + i % 3, SECRET.getBytes(StandardCharsets.UTF_8));
            if (i % 8 == 5) {
                yoda.sync();
                compact(forum);
            }
            done(yoda.edit(name("jedi"), number(2 * i + 3), text("edited " + i)));
            done(yoda.delete(name("jedi"), number(2 * i + 2)));
        }
        yoda.store("polls").write("k0", new byte[1]);
        yoda.store("polls").write("k1", new byte[2]);
        yoda.store("polls").remove("k2");
        done(yoda.delete(name("jedi"), number(1)));
        done(yoda.post(name("sith"), text("quiet")));
        done(yoda.remove(name("gone")));
        yoda.sync();
        return yoda;
    }

    private static void fill(Session session, int bytes) {
        done(session.create(name("jedi")));
        for (int i = 0; i < bytes; i += 60_000) {
            done(session.post(name("jedi"), text("x".repeat(60_000))));
        }
        session.sync();
    }

    /** Let one operation of a compaction fail; gives 0 if there was none so late. */
    private int failAt(int step, Verdict verdict, TestForum forum) {
        AtomicInteger countdown = new AtomicInteger(step);
        disk.plan((operation, file) -> countdown.getAndDecrement() == 0 ? verdict : Verdict.FINE);
        boolean thrown = fails(() -> compact(forum));
        disk.heal();
        return thrown || countdown.get() < 0 ? 1 : 0;
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }

    private static boolean fails(Action action) {
        try {
            action.run();
            return false;
        } catch (IOException | StorageException e) {
            return true;
        }
    }

    private static void compact(TestForum forum) throws IOException {
        storage(forum).compact();
    }

    private static FsStorage storage(TestForum forum) {
        return (FsStorage) forum.storage();
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
        return read(folder.resolve("journal"));
    }

    private static String read(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
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
