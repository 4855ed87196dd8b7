package forum.testkit.storage;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State what a restart keeps, and who may open a storage. */
public interface DurabilityContract extends StorageUnderTest {

    @Test
    default void aRestartKeepsEverything(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.create(name("gone")));
            done(yoda.create(name("sith")));
            for (int i = 0; i < 600; i++) {
                forum.clock().pass(Duration.ofMinutes(i));
                done(forum.as("user" + i % 7).post(name("jedi"), text("text " + i)));
                done(yoda.post(name("gone"), text("gone " + i)));
            }
            AttachmentContract.attach(yoda, "jedi", TestUpload.of("f", "content"));
            done(forum.asUnrestricted("mod").delete(name("jedi"), number(300)));
            done(forum.asUnrestricted("mod").edit(name("jedi"), number(2), text("edited")));
            done(yoda.remove(name("gone")));
            List<ForumThread> threads = yoda.threads();
            List<Entry> entries = entries(yoda, "jedi");
            for (int restart = 0; restart < 2; restart++) {
                forum.reopen();
                assertThat(forum.as("luke").threads()).isEqualTo(threads);
                assertThat(entries(forum.as("luke"), "jedi")).isEqualTo(entries);
            }
            done(forum.as("luke").post(name("jedi"), text("after")));
            assertThat(lines(forum.as("luke"), "jedi")).hasSize(601).contains("600 luke: after");
        }
    }

    @Test
    default void aSessionSeesItsOwnChangesAtOnce(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            assertThat(yoda.thread(name("jedi"))).isPresent();
            for (int i = 1; i <= 100; i++) {
                done(yoda.post(name("jedi"), text("m" + i)));
                assertThat(done(yoda.message(name("jedi"), number(i))).text()).isEqualTo(text("m" + i));
            }
            yoda.sync();
            yoda.sync();
            assertThat(lines(yoda, "jedi")).hasSize(100);
        }
    }

    @Test
    default void timesAreKeptToTheMillisecond(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            forum.clock().pass(Duration.ofNanos(123_456_789));
            done(forum.as("yoda").create(name("jedi")));
            done(forum.as("yoda").post(name("jedi"), text("hi")));
            List<Entry> before = entries(forum.as("yoda"), "jedi");
            assertThat(before.getFirst().time().getNano()).isEqualTo(123_000_000);
            forum.reopen();
            assertThat(entries(forum.as("yoda"), "jedi")).isEqualTo(before);
        }
    }

    @Test
    default void aClockThatRunsBackDoesNoHarm(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            for (int i = 0; i < 300; i++) {
                forum.clock().pass(Duration.ofDays(i % 2 == 0 ? -20_000 : 19_000));
                done(forum.as("yoda").post(name("jedi"), text("m" + i)));
            }
            List<Entry> before = entries(forum.as("yoda"), "jedi");
            assertThat(before.getLast().time()).isEqualTo(forum.clock().instant());
            forum.reopen();
            assertThat(entries(forum.as("yoda"), "jedi")).isEqualTo(before);
        }
    }

    @Test
    default void aStorageIsOpenedOnce(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> provider().open(forum.config()))
                    .matches(e -> e.fault() == Fault.IN_USE);
            done(forum.as("yoda").create(name("jedi")));
        }
    }

    @Test
    default void erasingLeavesNothing(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            long last = done(forum.as("yoda").create(name("jedi"))).id();
            AttachmentContract.attach(forum.as("yoda"), "jedi", TestUpload.of("f", "x"));
            forum.as("yoda").store("polls").write("k", new byte[1]);
            forum.storage().credentials().add(name("yoda"), "secret");
            forum.storage().erase();
            for (int restart = 0; restart < 2; restart++) {
                assertThat(forum.as("yoda").threads()).isEmpty();
                assertThat(forum.as("yoda").store("polls").keys("")).isEmpty();
                assertThat(forum.storage().credentials().names()).isEmpty();
                forum.reopen();
            }
            assertThat(done(forum.as("luke").create(name("jedi"))).id()).isGreaterThan(last);
            forum.reopen();
            assertThat(forum.as("yoda").threads()).hasSize(1);
        }
    }

    @Test
    default void aSoundStorageIsCheckedAndRepairedWithoutLoss(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            done(forum.as("yoda").post(name("jedi"), text("hi")));
            AttachmentContract.attach(forum.as("yoda"), "jedi", TestUpload.of("f", "x"));
            List<Entry> before = entries(forum.as("yoda"), "jedi");
            forum.stop();
            assertThat(provider().check(forum.config(), line -> {})).isTrue();
            provider().repair(forum.config(), dropped -> {});
            try (TestForum repaired = open(folder)) {
                assertThat(entries(repaired.as("yoda"), "jedi")).isEqualTo(before);
            }
        }
    }
}
