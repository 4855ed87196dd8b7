package forum.testkit.storage;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.id;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.refused;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Attachment;
import forum.api.Message;
import forum.api.MessageRef;
import forum.api.Refusal;
import forum.api.Text;
import forum.api.storage.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State how messages are posted, numbered, edited and deleted. */
public interface MessageContract extends StorageUnderTest {

    @Test
    default void aMessageIsAnsweredAsItIsKept(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            Message posted = done(forum.as("luke").post(name("jedi"), text("hi there")));
            assertThat(posted.number()).isEqualTo(1);
            assertThat(posted.author()).isEqualTo(name("luke"));
            assertThat(posted.time()).isEqualTo(forum.clock().instant());
            assertThat(posted.edited()).isFalse();
            assertThat(posted.text()).isEqualTo(text("hi there"));
            assertThat(done(forum.as("yoda").message(name("jedi"), number(1)))).isEqualTo(posted);
            assertThat(done(forum.as("yoda").message(name("jedi"), id(posted.id()))))
                    .isEqualTo(posted);
        }
    }

    @Test
    default void aPostToAnUnknownThreadIsRefused(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            assertThat(refused(forum.as("yoda").post(name("jedi"), text(""))))
                    .isEqualTo(Refusal.noThread(name("jedi")));
            assertThat(refused(forum.as("yoda").post(name("no such/name"), text("hi")))
                            .code())
                    .isEqualTo("NOTHREAD");
        }
    }

    @Test
    default void aBadTextIsRefused(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            assertThat(refused(yoda.post(name("jedi"), text(""))).code()).isEqualTo("BADTEXT");
            assertThat(refused(yoda.post(name("jedi"), text("a\u001bb"))).code())
                    .isEqualTo("BADTEXT");
            assertThat(refused(yoda.post(name("jedi"), Text.of(new byte[] {(byte) 0xff})))
                            .code())
                    .isEqualTo("BADTEXT");
            assertThat(refused(yoda.post(name("jedi"), text("x".repeat(Text.MAX_LENGTH + 1))))
                            .code())
                    .isEqualTo("TOOBIG");
            assertThat(lines(yoda, "jedi")).isEmpty();
        }
    }

    @Test
    default void theLongestTextIsKept(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            String longest = "x".repeat(Text.MAX_LENGTH);
            done(forum.as("yoda").create(name("jedi")));
            for (int i = 0; i < 40; i++) {
                done(forum.as("yoda").post(name("jedi"), text(longest)));
            }
            forum.reopen();
            assertThat(lines(forum.as("yoda"), "jedi")).hasSize(40).contains("40 yoda: " + longest);
        }
    }

    @Test
    default void lineEndsBecomeLineFeeds(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            Message posted = done(forum.as("yoda").post(name("jedi"), text("a\r\nb")));
            assertThat(posted.text()).isEqualTo(text("a\nb"));
            Message edited = done(forum.as("yoda").edit(name("jedi"), number(1), text("ä\r\nö")));
            assertThat(edited.text()).isEqualTo(text("ä\nö"));
        }
    }

    @Test
    default void theTextGivenMayChangeAfterwards(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            byte[] bytes = {'h', 'i'};
            Message posted = done(forum.as("yoda").post(name("jedi"), Text.of(bytes)));
            bytes[0] = 'X';
            assertThat(lines(forum.as("yoda"), "jedi")).containsExactly("1 yoda: hi");
            assertThat(posted.text()).isEqualTo(text("hi"));
        }
    }

    @Test
    default void deletingRenumbersWhatFollows(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            for (String text : List.of("a", "b", "c", "d")) {
                done(yoda.post(name("jedi"), text(text)));
            }
            Message deleted = done(yoda.delete(name("jedi"), number(2)));
            assertThat(deleted.number()).isEqualTo(2);
            assertThat(deleted.text()).isEqualTo(text("b"));
            assertThat(lines(yoda, "jedi")).containsExactly("1 yoda: a", "2 yoda: c", "3 yoda: d");
            assertThat(done(yoda.post(name("jedi"), text("e"))).number()).isEqualTo(4);
            done(yoda.delete(name("jedi"), number(1)));
            done(yoda.delete(name("jedi"), number(3)));
            assertThat(lines(yoda, "jedi")).containsExactly("1 yoda: c", "2 yoda: d");
        }
    }

    @Test
    default void aMessageKeepsItsIdWhenItsNumberChanges(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            long first = done(yoda.post(name("jedi"), text("a"))).id();
            long second = done(yoda.post(name("jedi"), text("b"))).id();
            done(yoda.delete(name("jedi"), id(first)));
            assertThat(refused(yoda.message(name("jedi"), id(first)))).isEqualTo(Refusal.badNumber());
            assertThat(done(yoda.message(name("jedi"), id(second))).number()).isEqualTo(1);
            done(yoda.edit(name("jedi"), id(second), text("c")));
            assertThat(lines(yoda, "jedi")).containsExactly("1 yoda: c");
        }
    }

    @Test
    default void idsGrowOverTheWholeForumAndAreNeverUsedAgain(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("a")));
            done(forum.as("yoda").create(name("b")));
            long last = 0;
            for (int i = 0; i < 10; i++) {
                long id = done(forum.as("yoda").post(name(i % 2 == 0 ? "a" : "b"), text("hi")))
                        .id();
                assertThat(id).isGreaterThan(last);
                last = id;
                if (i % 3 == 0) {
                    done(forum.as("yoda").delete(name(i % 2 == 0 ? "a" : "b"), id(id)));
                    forum.reopen();
                }
            }
        }
    }

    @Test
    default void anIdOfAnotherThreadFindsNothing(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("a")));
            done(yoda.create(name("b")));
            long elsewhere = done(yoda.post(name("a"), text("hi"))).id();
            assertThat(refused(yoda.message(name("b"), id(elsewhere)))).isEqualTo(Refusal.badNumber());
            assertThat(refused(yoda.delete(name("b"), id(elsewhere)))).isEqualTo(Refusal.badNumber());
        }
    }

    @Test
    default void whatIsNoMessageOfTheThreadIsABadNumber(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.post(name("jedi"), text("hi")));
            Attachment file = AttachmentContract.attach(yoda, "jedi", TestUpload.of("f", "x"));
            for (MessageRef bad : List.of(
                    number(0),
                    number(-1),
                    number(2),
                    number(Integer.MAX_VALUE),
                    id(0),
                    id(-1),
                    id(Long.MAX_VALUE),
                    id(file.id()),
                    new MessageRef.Nowhere())) {
                assertThat(refused(yoda.message(name("jedi"), bad))).isEqualTo(Refusal.badNumber());
                assertThat(refused(yoda.edit(name("jedi"), bad, text("")))).isEqualTo(Refusal.badNumber());
                assertThat(refused(yoda.delete(name("jedi"), bad))).isEqualTo(Refusal.badNumber());
            }
            assertThat(lines(yoda, "jedi")).containsExactly("1 yoda: hi", "yoda uploaded f");
        }
    }

    @Test
    default void anEditedMessageKeepsItsPlaceAndTime(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            Instant posted = forum.clock().instant();
            Message first = done(yoda.post(name("jedi"), text("a")));
            done(yoda.post(name("jedi"), text("b")));
            forum.clock().pass(Duration.ofDays(1));
            Message edited = done(yoda.edit(name("jedi"), number(1), text("longer than before")));
            assertThat(edited)
                    .isEqualTo(new Message(1, first.id(), name("yoda"), posted, true, text("longer than before")));
            assertThat(lines(yoda, "jedi")).containsExactly("1 yoda: longer than before", "2 yoda: b");
            assertThat(refused(yoda.edit(name("jedi"), number(1), text(""))).code())
                    .isEqualTo("BADTEXT");
            forum.reopen();
            assertThat(done(forum.as("yoda").message(name("jedi"), number(1)))).isEqualTo(edited);
        }
    }
}
