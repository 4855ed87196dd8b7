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

    /** A failure at each step takes minutes. */
    private static final int STRIDE = Boolean.getBoolean("forum.long") ? 1 : 4;

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
        Outage.atSteps(folder, STRIDE, 1, (place, outage) -> {
            TestForum forum = openCopy(base, place, outage);
            outage.powerLossAhead();
            fails(() -> compact(forum));
            outage.loseUnder(forum);
            requireUnharmed(before, place, outage.disk());
        });
    }

    @Test
    void aPowerLossAfterACompactionThatWasKilledAtAnyStepLosesNothing() throws Exception {
        Path base = folder.resolve("base");
        List<String> before = leaveIn(base);
        Outage.atSteps(folder, STRIDE, 1, (place, outage) -> {
            TestForum killed = openCopy(base, place, outage);
            outage.killAhead();
            fails(() -> compact(killed));
            CrashTest.abandon(outage.disk(), killed);
            outage.disk().restart();
            outage.loseUnder(new TestForum(new FsStorageProvider(outage.disk()), place));
            requireUnharmed(before, place, outage.disk());
        });
    }

    /** The folder has the new segment then, which may be lost: nothing that it stands for may go before it is there. */
    @Test
    void aPowerLossAfterACompactionWhoseRenamingCouldNotBeForcedLosesNothing() throws Exception {
        Path base = folder.resolve("base");
        List<String> before = leaveIn(base);
        AtomicInteger forcing = new AtomicInteger();
        for (boolean more = true; more; forcing.getAndIncrement()) {
            Path place = copyOf(base, "forcing" + forcing);
            TestForum forum = new TestForum(new FsStorageProvider(disk), place);
            AtomicInteger countdown = new AtomicInteger(forcing.get());
            disk.plan((operation, file) ->
                    operation == Operation.FORCE && file.endsWith("journal") && countdown.getAndDecrement() == 0
                            ? Verdict.FAILS_BEFORE
                            : Verdict.FINE);
            more = fails(() -> compact(forum));
            disk.heal();
            forum.stop();
            disk.crash(Loss.NAMES, new Random(seed));
            disk.restart();
            requireUnharmed(before, place, disk);
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
        Path copy = Files.createDirectory(folder.resolve(name));
        copy(base, copy);
        return copy;
    }

    private static void copy(Path base, Path copy) throws IOException {
        try (Stream<Path> all = Files.walk(base)) {
            for (Path path : all.skip(1).toList()) {
                Files.copy(path, copy.resolve(base.relativize(path)));
            }
        }
    }

    private static TestForum openCopy(Path base, Path place, Outage outage) throws IOException {
        copy(base, place);
        return new TestForum(new FsStorageProvider(outage.disk()), place);
    }

    private static void requireUnharmed(List<String> before, Path place, FaultyDisk disk) throws IOException {
        try (TestForum forum = new TestForum(new FsStorageProvider(disk), place)) {
            assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
            Scene.requireWholeFiles(forum.as("yoda"), place);
            compact(forum);
            Restart.fromTheJournal(forum);
            assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
        }
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
