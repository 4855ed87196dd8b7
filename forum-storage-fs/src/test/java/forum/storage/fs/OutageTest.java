package forum.storage.fs;

import static forum.storage.fs.Litter.compact;
import static forum.storage.fs.Litter.fails;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Name;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.storage.fs.FaultyDisk.Operation;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kill the server, or switch the machine off, at each step of a life that is short but has everything. */
final class OutageTest {

    @TempDir
    private Path folder;

    /** What somebody may see: all that is in the forum, and the credentials. */
    private record Sight(List<String> forum, Map<Name, String> credentials) {

        static Sight of(TestForum forum) {
            Map<Name, String> credentials = new TreeMap<>();
            forum.storage()
                    .credentials()
                    .names()
                    .forEach(user -> credentials.put(
                            user, forum.storage().credentials().find(user).orElseThrow()));
            return new Sight(Scene.describe(forum.as("reader")), credentials);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSeenAfterAKillSurvivesAPowerLoss(boolean more) throws Exception {
        Outage.atSteps(folder, 1, 1, (place, outage) -> {
            outage.killAhead();
            live(place, outage.disk());
            outage.disk().restart();
            TestForum forum = open(place, outage);
            if (more) {
                doMore(forum);
            }
            Sight seen = Sight.of(forum);
            outage.loseUnder(forum);
            requireThere(seen, place, outage);
        });
    }

    @Test
    void aPowerLossWhileAForumIsClosedOrLaterLosesNothing() throws Exception {
        Outage.atSteps(folder, 2, 1, (place, outage) -> {
            TestForum forum = open(place, outage);
            doMore(forum);
            Sight seen = Sight.of(forum);
            outage.powerLossAhead();
            fails(forum::stop);
            outage.loseUnder(forum);
            requireThere(seen, place, outage);
            TestForum later = open(place, outage);
            doMore(later);
            seen = Sight.of(later);
            outage.loseUnder(later);
            requireThere(seen, place, outage);
        });
    }

    @Test
    void aPowerLossWhileAForumIsErasedLeavesAllOrNothingOfIt() throws Exception {
        Outage.atSteps(folder, 2, 1, (place, outage) -> {
            TestForum forum = open(place, outage);
            change(forum);
            Sight before = Sight.of(forum);
            outage.powerLossAhead();
            boolean failed = fails(() -> forum.storage().erase());
            outage.loseUnder(forum);
            try (TestForum found = open(place, outage)) {
                Sight now = Sight.of(found);
                Sight empty = new Sight(List.of(), Map.of());
                Sight between = new Sight(List.of(), before.credentials);
                assertThat(failed ? List.of(before, between, empty) : List.of(empty))
                        .contains(now);
                Scene.requireWholeFiles(found.as("reader"), place);
            }
        });
    }

    @Test
    void aPowerLossTakesNoFileFromAFolderThatAnotherUploadHasJustMade() throws Exception {
        FaultyDisk disk = new FaultyDisk();
        TestForum forum = new TestForum(new FsStorageProvider(disk), folder);
        Session yoda = forum.as("yoda");
        done(yoda.create(name("jedi")));
        yoda.sync();
        AtomicBoolean made = new AtomicBoolean();
        disk.plan((operation, file) -> {
            if (operation == Operation.FORCE && !made.getAndSet(true)) {
                assertThat(fails(() -> done(yoda.attach(name("jedi"), TestUpload.of("other", "content")))))
                        .isFalse();
                yoda.sync();
                disk.crash(Loss.EVERYTHING, new Random());
            }
            return Verdict.FINE;
        });
        fails(() -> forum.as("luke").attach(name("jedi"), TestUpload.of("first", "content")));
        CrashTest.abandon(disk, forum);
        disk.restart();
        try (TestForum reopened = new TestForum(new FsStorageProvider(disk), folder)) {
            assertThat(lines(reopened.as("yoda"), "jedi")).containsExactly("yoda uploaded other");
            Scene.requireWholeFiles(reopened.as("yoda"), folder);
        }
    }

    /** Do a little of everything until the disk fails. */
    private static void live(Path place, FaultyDisk disk) throws Exception {
        TestForum forum;
        try {
            forum = new TestForum(new FsStorageProvider(disk), place);
        } catch (StorageException killed) {
            return;
        }
        try {
            change(forum);
            forum.stop();
        } catch (StorageException | IOException killed) {
            CrashTest.abandon(disk, forum);
        }
    }

    private static void change(TestForum forum) throws IOException {
        Session yoda = forum.as("yoda");
        done(yoda.create(name("jedi")));
        done(yoda.attach(name("jedi"), TestUpload.of("f", "content".repeat(200))));
        yoda.sync();
        forum.storage().credentials().add(name("yoda"), "secret");
        compact(forum);
        done(yoda.post(name("jedi"), text("post")));
        done(yoda.create(name("sith")));
        done(yoda.attach(name("sith"), TestUpload.of("g", "content".repeat(100))));
        done(yoda.remove(name("sith")));
        yoda.sync();
    }

    private static void doMore(TestForum forum) throws IOException {
        compact(forum);
        Session yoda = forum.as("yoda");
        yoda.create(name("later"));
        done(yoda.post(name("later"), text("post")));
        yoda.attach(name("later"), TestUpload.of("f", "of a later life"));
        yoda.sync();
    }

    private static void requireThere(Sight seen, Path place, Outage outage) throws IOException {
        try (TestForum forum = open(place, outage)) {
            assertThat(Sight.of(forum)).isEqualTo(seen);
            Scene.requireWholeFiles(forum.as("reader"), place);
        }
    }

    private static TestForum open(Path place, Outage outage) {
        return new TestForum(new FsStorageProvider(outage.disk()), place);
    }
}
