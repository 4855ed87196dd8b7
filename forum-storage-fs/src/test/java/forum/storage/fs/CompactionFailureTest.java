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

import forum.api.storage.Session;
import forum.storage.fs.FaultyDisk.Operation;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Let the disk fail at any step of a compaction, and require that nothing but what is gone goes. */
final class CompactionFailureTest {

    /** A failure at each step, and much luck, take minutes. */
    private static final int STRIDE = Boolean.getBoolean("forum.long") ? 1 : 4;

    private static final int LUCK = Boolean.getBoolean("forum.long") ? 5 : 1;

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private final long seed = Seed.choose();
    private final int first = new Random(seed).nextInt(STRIDE);

    @ParameterizedTest
    @EnumSource(names = {"FAILS_BEFORE", "FAILS_HALFWAY", "FAILS_AFTER", "FULL"})
    void aCompactionThatFailsAnywhereLosesNothing(Verdict verdict) throws Exception {
        Path base = folder.resolve("base");
        List<String> before = leaveIn(base);
        for (int step = first, failed = 1; failed > 0; step += STRIDE) {
            Path place = copyOf(base, "step" + step);
            try (TestForum forum = new TestForum(new FsStorageProvider(disk), place)) {
                failed = failAt(step, verdict, forum);
                assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
                compact(forum);
                Restart.fromTheJournal(forum);
                assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
                assertThat(Litter.read(place.resolve("journal"))).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void aPowerLossAtAnyStepOfACompactionLosesNothing() throws Exception {
        Path base = folder.resolve("base");
        List<String> before = leaveIn(base);
        for (int step = first, failed = 1; failed > 0; step += STRIDE) {
            for (int luck = 0; luck < LUCK; luck++) {
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
                    Restart.fromTheJournal(restarted);
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
            Restart.fromTheJournal(forum);
            assertThat(lines(forum.as("yoda"), "jedi")).containsExactly("1 yoda: kept");
        }
    }

    private static List<String> leaveIn(Path place) throws Exception {
        Files.createDirectory(place);
        try (TestForum forum = new TestForum(new FsStorageProvider(), place)) {
            return Scene.describe(Litter.leave(forum));
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

    /** Let one operation of a compaction fail; gives 0 if there was none so late. */
    private int failAt(int step, Verdict verdict, TestForum forum) {
        AtomicInteger countdown = new AtomicInteger(step);
        disk.plan((operation, file) -> countdown.getAndDecrement() == 0 ? verdict : Verdict.FINE);
        boolean thrown = fails(() -> compact(forum));
        disk.heal();
        return thrown || countdown.get() < 0 ? 1 : 0;
    }

    private TestForum open() {
        return new TestForum(new FsStorageProvider(disk), folder);
    }
}
