package forum.testkit.storage;

import static forum.testkit.storage.Answers.bytes;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import forum.api.Attachment;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Range;
import forum.api.Upload;
import forum.api.storage.Restoration;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.api.storage.StorageProvider.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State what it takes to move a forum from one storage to another without loss. */
public interface RestorationContract extends StorageUnderTest {

    @Test
    default void aRestoredForumIsTheSameToTheLastIdAndTime(@TempDir Path folder, @TempDir Path elsewhere)
            throws Exception {
        try (TestForum forum = open(folder)) {
            fill(forum);
            Config config = config(elsewhere.resolve("other"), forum);
            try (Restoration restoration = provider().restore(config)) {
                carryOver(forum, restoration);
                restoration.commit(forum.storage().lastId());
            }
            try (TestForum other = open(config.folder())) {
                for (int restart = 0; restart < 2; restart++) {
                    requireSame(forum, other);
                    other.reopen();
                }
                done(other.as("luke").post(name("jedi"), text("first of its own")));
                assertThat(other.storage().lastId()).isEqualTo(forum.storage().lastId() + 1);
                assertThat(other.as("luke").thread(name("jedi")).orElseThrow().revision())
                        .isEqualTo(forum.as("luke")
                                        .thread(name("jedi"))
                                        .orElseThrow()
                                        .revision()
                                + 1);
                other.stop();
                assertThat(provider().check(config, line -> {})).isTrue();
            }
        }
    }

    @Test
    default void whatIsNotCommittedIsNotThere(@TempDir Path folder, @TempDir Path elsewhere) throws Exception {
        try (TestForum forum = open(folder)) {
            fill(forum);
            Config config = config(elsewhere.resolve("other"), forum);
            try (Restoration restoration = provider().restore(config)) {
                carryOver(forum, restoration);
            }
            assertThat(config.folder()).doesNotExist();
            Files.createDirectories(config.folder());
            try (TestForum other = open(config.folder())) {
                assertThat(other.as("yoda").threads()).isEmpty();
                assertThat(other.storage().plugins()).isEmpty();
                assertThat(other.storage().credentials().names()).isEmpty();
            }
        }
    }

    @Test
    default void aFileWithAnotherChecksumIsRefused(@TempDir Path folder, @TempDir Path elsewhere) throws Exception {
        try (TestForum forum = open(folder)) {
            fill(forum);
            ForumThread thread = forum.as("yoda").threads().getFirst();
            Attachment file = done(forum.as("yoda").files(thread.title())).getFirst();
            try (Restoration restoration = provider().restore(config(elsewhere.resolve("other"), forum))) {
                restoration.thread(thread);
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> restoration.attachment(file, TestUpload.of("f", "CONTENT")))
                        .matches(e -> e.fault() == Fault.DAMAGED);
            }
        }
    }

    @Test
    default void aForumIsNotRestoredOverAnother(@TempDir Path folder, @TempDir Path elsewhere) {
        try (TestForum inTheWay = open(elsewhere)) {
            done(inTheWay.as("luke").create(name("sith")));
        }
        try (TestForum forum = open(folder)) {
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> {
                try (Restoration restoration = provider().restore(config(elsewhere, forum))) {
                    restoration.commit(0);
                }
            });
        }
        try (TestForum untouched = open(elsewhere)) {
            assertThat(untouched.as("luke").threads()).hasSize(1);
        }
    }

    private static Config config(Path folder, TestForum forum) {
        return new Config(folder, Map.of(), forum.clock());
    }

    private static void fill(TestForum forum) throws Upload.Cut {
        Session yoda = forum.as("yoda");
        done(yoda.create(name("jedi")));
        done(yoda.create(name("gone")));
        done(forum.as("luke").create(name("empty")));
        for (int i = 0; i < 300; i++) {
            forum.clock().pass(Duration.ofMinutes(i % 7 - 3));
            done(forum.as("user" + i % 5).post(name("jedi"), text("text " + i)));
        }
        done(yoda.attach(name("jedi"), TestUpload.of("f", "content")));
        for (int i = 1; i < 100; i++) {
            done(forum.asUnrestricted("mod").delete(name("jedi"), number(i)));
            done(forum.asUnrestricted("mod").edit(name("jedi"), number(i + 1), text("edited\n" + i)));
        }
        done(yoda.remove(name("gone")));
        done(forum.as("luke").post(name("empty"), text("x")));
        done(forum.as("luke").delete(name("empty"), number(1)));
        yoda.store("polls").write("k", new byte[] {0, -1, 10});
        yoda.store("karma").write("k", new byte[0]);
        yoda.store("none").write("k", new byte[0]);
        yoda.store("none").remove("k");
        yoda.sync();
        forum.storage().credentials().add(name("yoda"), "secret of yoda");
        forum.storage().credentials().add(name("luke"), "secret of luke");
    }

    private static void carryOver(TestForum forum, Restoration restoration) throws Upload.Cut {
        Session session = forum.as("reader");
        for (ForumThread thread : session.threads()) {
            restoration.thread(thread);
            for (var entry : done(session.read(thread.title(), Range.ALL))) {
                switch (entry) {
                    case Message message -> restoration.message(message);
                    case Attachment file ->
                        restoration.attachment(
                                file,
                                TestUpload.of(
                                        file.file().value(), bytes(done(session.open(thread.title(), file.file())))));
                }
            }
        }
        for (String plugin : forum.storage().plugins()) {
            for (String key : session.store(plugin).keys("")) {
                restoration.plugin(plugin, key, session.store(plugin).read(key).orElseThrow());
            }
        }
        for (var user : forum.storage().credentials().names()) {
            restoration.credential(
                    user, forum.storage().credentials().find(user).orElseThrow());
        }
    }

    private static void requireSame(TestForum forum, TestForum other) {
        Session before = forum.as("yoda");
        Session after = other.as("yoda");
        assertThat(after.threads()).isEqualTo(before.threads());
        for (ForumThread thread : before.threads()) {
            assertThat(entries(after, thread.title().value()))
                    .isEqualTo(entries(before, thread.title().value()));
        }
        assertThat(bytes(done(after.open(name("jedi"), name("f"))))).asString().isEqualTo("content");
        assertThat(other.storage().lastId()).isEqualTo(forum.storage().lastId());
        assertThat(other.storage().plugins()).isEqualTo(List.of("karma", "polls"));
        assertThat(after.store("polls").read("k")).contains(new byte[] {0, -1, 10});
        assertThat(after.store("karma").read("k")).contains(new byte[0]);
        assertThat(other.storage().credentials().names()).containsExactly(name("yoda"), name("luke"));
        assertThat(other.storage().credentials().find(name("luke"))).contains("secret of luke");
    }
}
