package forum.storage.fs;

import static forum.storage.fs.Litter.fails;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.storage.fs.FaultyDisk.Operation;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Let the disk fail, and require that nobody is told what is not so. */
final class FailureTest {

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk();

    @ParameterizedTest
    @EnumSource(names = {"FAILS_BEFORE", "FAILS_HALFWAY", "FAILS_AFTER", "FULL"})
    void whatCouldNotBeWrittenIsUndone(Verdict verdict) {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.post(name("jedi"), text("kept")));
            yoda.sync();
            for (Operation operation : List.of(Operation.WRITE, Operation.FORCE)) {
                List<String> before = Scene.describe(yoda);
                int heard = forum.heard().size();
                disk.plan((done, file) -> done == operation ? verdict : Verdict.FINE);
                done(yoda.post(name("jedi"), text("lost")));
                done(yoda.edit(name("jedi"), number(1), text("lost")));
                done(yoda.create(name("lost")));
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(yoda::sync)
                        .matches(e -> e.fault() == (verdict == Verdict.FULL ? Fault.FULL : Fault.IO));
                assertThat(Scene.describe(yoda)).isEqualTo(before);
                yoda.sync();
                assertThat(forum.heard()).hasSize(heard);
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> yoda.post(name("jedi"), text("not yet")));
                disk.heal();
                done(yoda.post(name("jedi"), text("again")));
                yoda.sync();
            }
            List<String> before = Scene.describe(yoda);
            forum.reopen();
            assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
            assertThat(lines(forum.as("yoda"), "jedi"))
                    .containsExactly("1 yoda: kept", "2 yoda: again", "3 yoda: again");
        }
    }

    @Test
    void aPowerLossBringsNothingBackThatWasUndoneBeforeTheNextChange() throws Exception {
        Outage.atSteps(folder, 1, 30, (place, outage) -> {
            TestForum forum = new TestForum(new FsStorageProvider(outage.disk()), place);
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            yoda.sync();
            outage.disk().plan((operation, file) -> operation == Operation.FORCE ? Verdict.FAILS_BEFORE : Verdict.FINE);
            for (int i = 0; i < 3; i++) {
                done(yoda.post(name("jedi"), text("undone " + i)));
            }
            assertThatExceptionOfType(StorageException.class).isThrownBy(yoda::sync);
            outage.disk().heal();
            done(yoda.post(name("jedi"), text("posted 0")));
            outage.powerLossAhead();
            boolean failed = fails(yoda::sync);
            outage.loseUnder(forum);
            try (TestForum restarted = new TestForum(new FsStorageProvider(outage.disk()), place)) {
                List<String> posted = List.of("1 yoda: posted 0");
                assertThat(failed ? List.of(List.of(), posted) : List.of(posted))
                        .contains(lines(restarted.as("yoda"), "jedi"));
            }
        });
    }

    @Test
    void whoSawWhatWasUndoneIsTold() {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            Session reader = forum.as("reader");
            Session elsewhere = forum.as("elsewhere");
            done(yoda.create(name("jedi")));
            done(yoda.create(name("quiet")));
            yoda.sync();
            disk.plan((done, file) -> Verdict.FAILS_BEFORE);
            done(yoda.post(name("jedi"), text("lost")));
            assertThat(lines(reader, "jedi")).containsExactly("1 yoda: lost");
            assertThat(lines(elsewhere, "quiet")).isEmpty();
            assertThatExceptionOfType(StorageException.class).isThrownBy(yoda::sync);
            disk.heal();
            done(reader.post(name("jedi"), text("after")));
            assertThatExceptionOfType(StorageException.class).isThrownBy(reader::sync);
            elsewhere.sync();
            reader.sync();
            assertThat(lines(reader, "jedi")).containsExactly("1 reader: after");
        }
    }

    @Test
    void aFullDiskRefusesThePostAndKeepsTheRest() {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            yoda.sync();
            disk.plan((operation, file) ->
                    operation != Operation.DELETE && file.toString().endsWith(".new") ? Verdict.FULL : Verdict.FINE);
            List<String> kept = new ArrayList<>();
            StorageException refusal = postUntilRefused(yoda, kept);
            assertThat(refusal.fault()).isEqualTo(Fault.FULL);
            yoda.sync();
            assertThat(lines(yoda, "jedi")).isEqualTo(kept);
            assertThat(yoda.hasRoom()).isFalse();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> yoda.post(name("jedi"), text("x".repeat(60_000))));
            for (int i = 0; i < 10; i++) {
                done(yoda.delete(name("jedi"), number(kept.size())));
                kept.removeLast();
            }
            yoda.sync();
            disk.heal();
            done(yoda.post(name("jedi"), text("room again ".repeat(5_400).strip())));
            assertThat(yoda.hasRoom()).isTrue();
            done(yoda.edit(name("jedi"), number(kept.size() + 1), text("room again")));
            yoda.sync();
            kept.add((kept.size() + 1) + " yoda: room again");
            forum.reopen();
            assertThat(lines(forum.as("yoda"), "jedi")).isEqualTo(kept);
        }
    }

    private static StorageException postUntilRefused(Session session, List<String> kept) {
        String large = "x".repeat(60_000);
        for (int i = 1; i < 1000; i++) {
            try {
                done(session.post(name("jedi"), text(large)));
                kept.add(i + " yoda: " + large);
            } catch (StorageException e) {
                return e;
            }
        }
        throw new AssertionError("Never refused");
    }

    @Test
    void anUploadThatCannotBeStoredLeavesNothing() throws Exception {
        try (TestForum forum = open()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            yoda.sync();
            for (Operation operation : List.of(Operation.CREATE, Operation.WRITE, Operation.FORCE, Operation.MOVE)) {
                disk.plan((done, file) ->
                        done == operation && file.toString().endsWith(".part") ? Verdict.FULL : Verdict.FINE);
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> yoda.attach(name("jedi"), TestUpload.of("f", "x")))
                        .matches(e -> e.fault() == Fault.FULL);
                assertThat(files()).isEmpty();
                assertThat(done(yoda.files(name("jedi")))).isEmpty();
            }
            disk.heal();
            done(yoda.attach(name("jedi"), TestUpload.of("f", "x")));
            yoda.sync();
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void aCredentialThatCannotBeWrittenIsNotAdded() {
        try (TestForum forum = open()) {
            forum.storage().credentials().add(name("yoda"), "1");
            for (Operation operation : List.of(Operation.CREATE, Operation.WRITE, Operation.FORCE, Operation.MOVE)) {
                disk.plan((done, file) -> done == operation ? Verdict.FAILS_BEFORE : Verdict.FINE);
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> forum.storage().credentials().add(name("luke"), "2"));
                assertThat(forum.storage().credentials().names()).containsExactly(name("yoda"));
            }
            disk.heal();
            assertThat(forum.storage().credentials().add(name("luke"), "2")).isTrue();
        }
    }

    @Test
    void failuresAtRandomLoseNothingThatWasPromised() throws Exception {
        Random random = new Random(Seed.choose());
        for (int round = 0; round < 30; round++) {
            Path place = Files.createDirectory(folder.resolve("round" + round));
            failAtRandom(place, random);
        }
    }

    private void failAtRandom(Path place, Random random) throws Exception {
        Scene scene = new Scene(random);
        try (TestForum forum = new TestForum(new FsStorageProvider(disk), place)) {
            List<String> promised = Scene.describe(forum.as("reader"));
            for (int i = 0; i < 150; i++) {
                AtomicInteger countdown = new AtomicInteger(random.nextInt(12));
                Verdict verdict = Verdict.values()[1 + random.nextInt(4)];
                disk.plan((operation, file) -> countdown.getAndDecrement() == 0 ? verdict : Verdict.FINE);
                Session session = scene.someone(forum);
                try {
                    for (int j = 0; j < random.nextInt(6); j++) {
                        scene.change(forum, session);
                    }
                    List<String> hoped = Scene.describe(session);
                    session.sync();
                    promised = hoped;
                } catch (StorageException e) {
                    disk.heal();
                    promised = settled(scene, forum, promised, session);
                }
            }
            disk.heal();
            forum.reopen();
            assertThat(Scene.describe(forum.as("reader"))).isEqualTo(promised);
        }
    }

    /** After a failure: what is seen now is either what was promised, or it can be made durable. */
    private static List<String> settled(Scene scene, TestForum forum, List<String> promised, Session failed) {
        Session other = forum.as("reader");
        List<String> now = Scene.describe(other);
        try {
            other.sync();
            return now;
        } catch (StorageException e) {
            List<String> after = Scene.describe(other);
            other.sync();
            return after;
        }
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private TestForum open() {
        return new TestForum(new FsStorageProvider(disk), folder);
    }
}
