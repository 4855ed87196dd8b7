package forum.storage.fs;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.api.storage.StorageProvider.Config;
import forum.testkit.storage.TestForum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cut, tear and damage a journal anywhere, and look at what is left. */
final class CrashTest {

    private static final boolean LONG = Boolean.getBoolean("forum.long");
    private static final int CHANGES = LONG ? 120 : 50;

    @TempDir
    private Path folder;

    private final List<List<String>> history = new ArrayList<>();
    private Path segment = Path.of("");
    private byte[] bytes = {};
    private List<Integer> ends = List.of();

    /** Make a journal of many batches of one record, of a storage that is not closed. */
    @BeforeEach
    void makeHistory() throws Exception {
        FaultyDisk disk = new FaultyDisk();
        Scene scene = new Scene(new Random(7));
        TestForum forum = new TestForum(new FsStorageProvider(disk), folder);
        history.add(Scene.describe(forum.as("reader")));
        while (history.size() <= CHANGES) {
            Session session = scene.someone(forum);
            scene.change(forum, session);
            session.sync();
            List<String> now = Scene.describe(session);
            if (!now.equals(history.getLast())) {
                history.add(now);
            }
        }
        abandon(disk, forum);
        segment = folder.resolve("journal/000000000001.segment");
        bytes = Files.readAllBytes(segment);
        ends = ends(bytes);
        assertThat(ends).hasSize(history.size());
    }

    @Test
    void aJournalCutAnywhereKeepsWhatIsBeforeTheCut() throws Exception {
        for (int record = 0; record < ends.size() - 1; record++) {
            int from = ends.get(record);
            int to = ends.get(record + 1);
            for (int cut : new int[] {from, from + 1, from + 4, from + 8, from + 13, (from + to) / 2, to - 1}) {
                byte[] image = Arrays.copyOf(Arrays.copyOf(bytes, cut), bytes.length);
                assertThat(reopened(image)).isEqualTo(history.get(record));
            }
        }
        assertThat(reopened(bytes)).isEqualTo(history.getLast());
    }

    @Test
    void aTornTailOfAnyBytesIsCut() throws Exception {
        Random random = new Random(8);
        for (int record = 0; record < ends.size() - 1; record += 5) {
            int cut = ends.get(record);
            byte[] image = Arrays.copyOf(Arrays.copyOf(bytes, cut), bytes.length);
            byte[] garbage = new byte[1 + random.nextInt(10_000)];
            random.nextBytes(garbage);
            System.arraycopy(garbage, 0, image, cut, garbage.length);
            assertThat(reopened(image)).isEqualTo(history.get(record));
            assertThat(ends(Files.readAllBytes(segment)).getLast()).isGreaterThanOrEqualTo(cut);
        }
    }

    /** The record that follows the torn one is sound, and the next batch may end just where it begins. */
    @Test
    void whatWasCutOfATornTailDoesNotComeBack(@TempDir Path place) throws Exception {
        FaultyDisk disk = new FaultyDisk();
        TestForum forum = new TestForum(new FsStorageProvider(disk), place);
        Session yoda = forum.as("yoda");
        done(yoda.create(name("jedi")));
        yoda.sync();
        done(yoda.post(name("jedi"), text("torn 1")));
        done(yoda.post(name("jedi"), text("torn 2")));
        yoda.sync();
        abandon(disk, forum);
        Path torn = place.resolve(folder.relativize(segment));
        String image = Files.readString(torn, StandardCharsets.ISO_8859_1);
        Files.writeString(torn, image.replace("torn 1", "lost 1"), StandardCharsets.ISO_8859_1);
        disk.restart();
        TestForum restarted = new TestForum(new FsStorageProvider(disk), place);
        assertThat(lines(restarted.as("yoda"), "jedi")).isEmpty();
        Session later = restarted.as("yoda");
        done(later.post(name("jedi"), text("next 1")));
        later.sync();
        abandon(disk, restarted);
        try (TestForum again = new TestForum(new FsStorageProvider(), place)) {
            assertThat(lines(again.as("yoda"), "jedi")).containsExactly("1 yoda: next 1");
        }
    }

    @Test
    void aFlippedBitBeforeTheLastRecordStopsTheStart() throws Exception {
        Random random = new Random(9);
        for (int i = 0; i < (LONG ? 400 : 100); i++) {
            int place = random.nextInt(ends.get(ends.size() - 2));
            byte[] image = bytes.clone();
            image[place] ^= (byte) (1 << random.nextInt(8));
            requireDamaged(image);
        }
    }

    @Test
    void zerosBeforeTheLastRecordStopTheStart() throws Exception {
        for (int record = 0; record < ends.size() - 2; record++) {
            byte[] image = bytes.clone();
            Arrays.fill(image, ends.get(record), ends.get(record + 1), (byte) 0);
            requireDamaged(image);
        }
    }

    @Test
    void aShortenedSegmentStopsTheStart() throws Exception {
        requireDamaged(Arrays.copyOf(bytes, bytes.length - 1));
        requireDamaged(Arrays.copyOf(bytes, 20));
        requireDamaged(new byte[0]);
    }

    @Test
    void repairKeepsAllButTheDamagedRecord() throws Exception {
        Random random = new Random(10);
        for (int i = 0; i < (LONG ? 60 : 20); i++) {
            int record = random.nextInt(ends.size() - 3);
            byte[] image = bytes.clone();
            int place = ends.get(record) + random.nextInt(ends.get(record + 1) - ends.get(record));
            image[place] ^= (byte) (1 << random.nextInt(8));
            requireDamaged(image);
            List<String> report = new ArrayList<>();
            FsStorageProvider provider = new FsStorageProvider();
            Config config = new Config(folder, Map.of(), InstantSource.system());
            assertThat(provider.check(config, report::add)).isFalse();
            assertThat(report).anyMatch(line -> line.contains("damaged at byte " + ends.get(record)));
            provider.repair(config, report::add);
            assertThat(ends(Files.readAllBytes(segment))).hasSize(ends.size() - 1);
            assertThat(provider.check(config, report::add)).isTrue();
        }
        try (TestForum forum = new TestForum(new FsStorageProvider(), folder)) {
            assertThat(forum.as("reader").threads()).isNotEmpty();
        }
    }

    private List<String> reopened(byte[] image) throws Exception {
        Files.write(segment, image);
        try (TestForum forum = new TestForum(new FsStorageProvider(), folder)) {
            return Scene.describe(forum.as("reader"));
        }
    }

    private void requireDamaged(byte[] image) throws Exception {
        Files.write(segment, image);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new TestForum(new FsStorageProvider(), folder).close())
                .matches(e -> e.fault() == Fault.DAMAGED)
                .withMessageContaining(segment.getFileName().toString())
                .withMessageContaining("forum-server repair");
        assertThat(Files.readAllBytes(segment)).isEqualTo(image);
    }

    /** Leave a storage as a killed server does. */
    static void abandon(FaultyDisk disk, TestForum forum) {
        disk.switchOff();
        try {
            forum.stop();
        } catch (StorageException expected) {
            assertThat(expected).hasMessageContaining("The machine is off");
        }
    }

    /** Find where records end, the header first. */
    private static List<Integer> ends(byte[] bytes) {
        List<Integer> ends = new ArrayList<>(List.of(SegmentHeader.SIZE));
        SegmentScan scan = new SegmentScan(ByteBuffer.wrap(bytes));
        scan.read((place, change) -> ends.add(Frame.next(ByteBuffer.wrap(bytes), place)));
        return ends;
    }
}
