package forum.testkit.storage;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.refused;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Attachment;
import forum.api.Event;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.storage.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State what the feed hears: every change once its session was told that it is durable, in order. */
public interface FeedContract extends StorageUnderTest {

    @Test
    default void everyChangeIsTold(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            Session moderator = forum.asUnrestricted("mod");
            Instant created = forum.clock().instant();
            done(yoda.create(name("jedi")));
            Instant posted = forum.clock().pass(Duration.ofSeconds(1));
            Message message = done(yoda.post(name("jedi"), text("hi")));
            Instant edited = forum.clock().pass(Duration.ofSeconds(1));
            Message changed = done(moderator.edit(name("jedi"), number(1), text("ho")));
            Attachment file = AttachmentContract.attach(yoda, "jedi", TestUpload.of("f", "x"));
            Message deleted = done(yoda.delete(name("jedi"), number(1)));
            ForumThread last = yoda.thread(name("jedi")).orElseThrow();
            done(yoda.remove(name("jedi")));
            moderator.sync();
            yoda.sync();
            List<Event> heard = forum.heard();
            assertThat(heard).hasSize(6);
            assertThat(heard.get(0)).isInstanceOf(Event.Created.class);
            assertThat(heard.get(0).time()).isEqualTo(created);
            assertThat(heard.get(1)).isEqualTo(new Event.Posted(posted, name("yoda"), thread(heard.get(1)), message));
            assertThat(thread(heard.get(1)).messages()).isEqualTo(1);
            assertThat(thread(heard.get(1)).active()).isEqualTo(posted);
            assertThat(heard.get(2)).isEqualTo(new Event.Edited(edited, name("mod"), thread(heard.get(2)), changed));
            assertThat(heard.get(3)).isEqualTo(new Event.Attached(edited, name("yoda"), thread(heard.get(3)), file));
            assertThat(thread(heard.get(3)).files()).isEqualTo(1);
            assertThat(heard.get(4)).isEqualTo(new Event.Deleted(edited, name("yoda"), thread(heard.get(4)), deleted));
            assertThat(thread(heard.get(4)).messages()).isZero();
            assertThat(heard.get(5)).isInstanceOf(Event.Removed.class);
            assertThat(heard.get(5).user()).isEqualTo(name("yoda"));
            assertThat(thread(heard.get(5)).id()).isEqualTo(last.id());
        }
    }

    @Test
    default void revisionsOfAThreadHaveNoGap(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            for (int i = 0; i < 5; i++) {
                done(yoda.post(name("jedi"), text("hi")));
                done(yoda.edit(name("jedi"), number(1), text("ho")));
                refused(yoda.edit(name("jedi"), number(9), text("ho")));
                done(yoda.delete(name("jedi"), number(1)));
                AttachmentContract.attach(yoda, "jedi", TestUpload.of("f" + i, "x"));
                yoda.sync();
                forum.reopen();
                yoda = forum.as("yoda");
            }
            done(yoda.remove(name("jedi")));
            yoda.sync();
            List<Long> revisions = forum.heard().stream()
                    .map(event -> thread(event).revision())
                    .toList();
            long first = revisions.getFirst();
            assertThat(revisions)
                    .containsExactlyElementsOf(
                            LongStream.range(first, first + 22).boxed().toList());
        }
    }

    @Test
    default void whatIsRefusedIsNotTold(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            refused(yoda.post(name("jedi"), text("hi")));
            refused(yoda.create(name("a b")));
            refused(yoda.remove(name("jedi")));
            yoda.sync();
            assertThat(forum.heard()).isEmpty();
        }
    }

    private static ForumThread thread(Event event) {
        assertThat(event).isInstanceOf(Event.InThread.class);
        return ((Event.InThread) event).thread();
    }
}
