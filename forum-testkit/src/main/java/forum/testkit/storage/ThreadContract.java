package forum.testkit.storage;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.refused;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.ForumThread;
import forum.api.Refusal;
import forum.api.storage.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State how threads are created, listed and removed. */
public interface ThreadContract extends StorageUnderTest {

    @Test
    default void aNewForumHasNoThreads(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            assertThat(forum.as("yoda").threads()).isEmpty();
            assertThat(forum.as("yoda").thread(name("jedi"))).isEmpty();
        }
    }

    @Test
    default void aNewThreadIsEmptyAndBelongsToItsCreator(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            ForumThread thread = done(forum.as("yoda").create(name("jedi")));
            assertThat(thread.title()).isEqualTo(name("jedi"));
            assertThat(thread.owner()).isEqualTo(name("yoda"));
            assertThat(thread.messages()).isZero();
            assertThat(thread.files()).isZero();
            assertThat(thread.created()).isEqualTo(forum.clock().instant());
            assertThat(thread.active()).isEqualTo(forum.clock().instant());
            assertThat(forum.as("luke").thread(name("jedi"))).contains(thread);
        }
    }

    @Test
    default void threadsAreListedInOrderOfCreation(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            for (String title : List.of("c", "a", "b", "d")) {
                done(yoda.create(name(title)));
            }
            done(yoda.post(name("b"), text("hi")));
            done(yoda.remove(name("a")));
            done(yoda.create(name("a")));
            assertThat(titles(yoda)).containsExactly("c", "b", "d", "a");
        }
    }

    @Test
    default void aTitleIsTakenWhileItsThreadLives(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            assertThat(refused(forum.as("luke").create(name("jedi")))).isEqualTo(Refusal.threadExists(name("jedi")));
            assertThat(titles(forum.as("luke"))).containsExactly("jedi");
        }
    }

    @Test
    default void titlesDifferByCase(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            done(forum.as("yoda").create(name("Jedi")));
            assertThat(titles(forum.as("yoda"))).containsExactly("jedi", "Jedi");
        }
    }

    @Test
    default void aBadTitleIsRefused(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            for (String bad : List.of("", ".", "..", "a b", "a/b", "a\\b", "a:b", "a\tb", "x".repeat(65))) {
                assertThat(refused(forum.as("yoda").create(name(bad))).code()).isEqualTo("BADNAME");
            }
            assertThat(forum.as("yoda").threads()).isEmpty();
        }
    }

    @Test
    default void everyGoodTitleIsKept(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            List<String> good = List.of("CON", "nul", "-rf", "%00", "$HOME", "日本語", "🐸".repeat(64), "a'b\"c", "~");
            for (String title : good) {
                done(forum.as("yoda").create(name(title)));
                done(forum.as("yoda").post(name(title), text("in " + title)));
            }
            forum.reopen();
            assertThat(titles(forum.as("yoda"))).containsExactlyElementsOf(good);
            for (String title : good) {
                assertThat(lines(forum.as("yoda"), title)).containsExactly("1 yoda: in " + title);
            }
        }
    }

    @Test
    default void aRemovedThreadIsGone(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.post(name("jedi"), text("hi")));
            ForumThread before = yoda.thread(name("jedi")).orElseThrow();
            assertThat(done(yoda.remove(name("jedi")))).isEqualTo(before);
            assertThat(yoda.thread(name("jedi"))).isEmpty();
            assertThat(yoda.threads()).isEmpty();
            assertThat(refused(yoda.remove(name("jedi")))).isEqualTo(Refusal.noThread(name("jedi")));
            assertThat(refused(yoda.message(name("jedi"), number(1)))).isEqualTo(Refusal.noThread(name("jedi")));
        }
    }

    @Test
    default void aTitleUsedAgainNamesAnotherThread(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            long old = done(forum.as("yoda").create(name("jedi"))).id();
            done(forum.as("yoda").post(name("jedi"), text("old")));
            done(forum.as("yoda").remove(name("jedi")));
            ForumThread thread = done(forum.as("luke").create(name("jedi")));
            assertThat(thread.id()).isGreaterThan(old);
            assertThat(thread.owner()).isEqualTo(name("luke"));
            assertThat(lines(forum.as("luke"), "jedi")).isEmpty();
        }
    }

    @Test
    default void everyChangeMakesAThreadActive(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            Instant created = done(yoda.create(name("jedi"))).created();
            Instant posted = forum.clock().pass(Duration.ofMinutes(1));
            done(yoda.post(name("jedi"), text("hi")));
            assertThat(active(yoda)).isEqualTo(posted);
            Instant edited = forum.clock().pass(Duration.ofDays(400));
            done(yoda.edit(name("jedi"), number(1), text("ho")));
            assertThat(active(yoda)).isEqualTo(edited);
            Instant attached = forum.clock().pass(Duration.ofMillis(1));
            AttachmentContract.attach(yoda, "jedi", TestUpload.of("f", "x"));
            assertThat(active(yoda)).isEqualTo(attached);
            Instant deleted = forum.clock().pass(Duration.ofMillis(1));
            done(yoda.delete(name("jedi"), number(1)));
            assertThat(active(yoda)).isEqualTo(deleted);
            forum.clock().pass(Duration.ofHours(1));
            refused(yoda.delete(name("jedi"), number(1)));
            assertThat(active(yoda)).isEqualTo(deleted);
            forum.reopen();
            assertThat(active(forum.as("yoda"))).isEqualTo(deleted);
            assertThat(forum.as("yoda").thread(name("jedi")).orElseThrow().created())
                    .isEqualTo(created);
        }
    }

    private static List<String> titles(Session session) {
        return session.threads().stream().map(thread -> thread.title().value()).toList();
    }

    private static Instant active(Session session) {
        return session.thread(name("jedi")).orElseThrow().active();
    }
}
