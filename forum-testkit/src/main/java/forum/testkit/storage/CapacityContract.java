package forum.testkit.storage;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.refused;
import static forum.testkit.storage.Answers.text;
import static forum.testkit.storage.AttachmentContract.attach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.Answer;
import forum.api.Refusal;
import forum.api.Upload;
import forum.api.storage.Capacity;
import forum.api.storage.Capacity.Files;
import forum.api.storage.Capacity.Messages;
import forum.api.storage.Capacity.Threads;
import forum.api.storage.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** State that a forum takes in no more than it was told to, however many act at once. */
public interface CapacityContract extends StorageUnderTest {

    @Test
    default void thereAreSoManyThreads(@TempDir Path folder) {
        try (TestForum forum = open(folder, Capacity.UNLIMITED.with(new Threads(3, 2, 0)))) {
            done(forum.as("yoda").create(name("a")));
            done(forum.as("yoda").create(name("b")));
            assertThat(refused(forum.as("yoda").create(name("c"))))
                    .isEqualTo(full("A user has at most 2 threads; nothing was stored"));
            done(forum.as("luke").create(name("c")));
            assertThat(refused(forum.as("luke").create(name("d"))))
                    .isEqualTo(full("The forum has at most 3 threads; nothing was stored"));
            done(forum.as("yoda").remove(name("a")));
            done(forum.as("yoda").create(name("d")));
            assertThat(forum.as("yoda").threads()).hasSize(3);
        }
    }

    @Test
    default void whatIsTooMuchIsSaidLast(@TempDir Path folder) throws Upload.Cut {
        Capacity capacity = Capacity.UNLIMITED
                .with(new Threads(1, 0, 1))
                .with(new Messages(0, 20))
                .with(new Files(2, 0, 0));
        try (TestForum forum = open(folder, capacity)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            attach(yoda, "jedi", TestUpload.of("f", "ab"));
            assertThat(refused(yoda.create(name("jedi")))).isEqualTo(Refusal.threadExists(name("jedi")));
            assertThat(refused(yoda.create(name("a b"))).code()).isEqualTo("BADNAME");
            assertThat(refused(yoda.post(name("sith"), text("hi")))).isEqualTo(Refusal.noThread(name("sith")));
            assertThat(refused(yoda.post(name("jedi"), text(""))).code()).isEqualTo("BADTEXT");
            assertThat(refused(yoda.attach(name("jedi"), TestUpload.of("f", "abc"))))
                    .isEqualTo(Refusal.fileExists(name("jedi"), name("f")));
            assertThat(refused(yoda.attach(name("jedi"), TestUpload.of("a/b", "abc")))
                            .code())
                    .isEqualTo("BADNAME");
        }
    }

    @Test
    default void aThreadHoldsSoManyMessagesAndFiles(@TempDir Path folder) throws Upload.Cut {
        try (TestForum forum = open(folder, Capacity.UNLIMITED.with(new Threads(0, 0, 2)))) {
            Session yoda = forum.as("yoda");
            Refusal full = full("A thread has at most 2 messages and files; nothing was stored");
            done(yoda.create(name("jedi")));
            done(yoda.post(name("jedi"), text("one")));
            attach(yoda, "jedi", TestUpload.of("f", "two"));
            TestUpload third = TestUpload.of("g", "three");
            assertThat(refused(yoda.post(name("jedi"), text("three")))).isEqualTo(full);
            assertThat(refused(yoda.attach(name("jedi"), third))).isEqualTo(full);
            assertThat(refused(yoda.mayAttach(name("jedi"), name("g")))).isEqualTo(full);
            assertThat(third.begun()).isFalse();
            done(yoda.edit(name("jedi"), number(1), text("one, edited")));
            done(yoda.delete(name("jedi"), number(1)));
            done(yoda.post(name("jedi"), text("three")));
        }
    }

    @Test
    default void namesAndTextsAreSoLong(@TempDir Path folder) {
        try (TestForum forum = open(folder, Capacity.UNLIMITED.withNameLength(3).with(new Messages(5, 0)))) {
            Session yoda = forum.as("yoda");
            assertThat(refused(yoda.create(name("sith"))).text()).isEqualTo("A thread title has at most 3 characters");
            done(yoda.create(name("a😀c")));
            assertThat(refused(yoda.post(name("a😀c"), text("123456"))).text()).isEqualTo("A text has at most 5 bytes");
            done(yoda.post(name("a😀c"), text("12345")));
            assertThat(refused(yoda.edit(name("a😀c"), number(1), text("123456")))
                            .code())
                    .isEqualTo("TOOBIG");
            assertThat(refused(forum.as("luke").edit(name("a😀c"), number(1), text("123456")))
                            .code())
                    .isEqualTo("NOTOWNER");
        }
    }

    @Test
    default void aUsersMessagesAreSoLargeTogether(@TempDir Path folder) {
        try (TestForum forum = open(folder, Capacity.UNLIMITED.with(new Messages(0, 3 * 16 + 30)))) {
            Session yoda = forum.as("yoda");
            Refusal full = full("A user's messages have at most 78 bytes; nothing was stored");
            done(forum.as("luke").create(name("jedi")));
            done(yoda.post(name("jedi"), text("0123456789")));
            done(yoda.post(name("jedi"), text("0123456789")));
            assertThat(refused(yoda.post(name("jedi"), text("0123456789+"))))
                    .as("a message counts 16 bytes beside its text")
                    .isEqualTo(full);
            done(yoda.post(name("jedi"), text("0123456789")));
            assertThat(refused(yoda.post(name("jedi"), text("+")))).isEqualTo(full);
            done(forum.as("luke").post(name("jedi"), text("0123456789")));
            assertThat(refused(yoda.edit(name("jedi"), number(1), text("0123456789+"))))
                    .isEqualTo(full);
            assertThat(refused(forum.asUnrestricted("luke").edit(name("jedi"), number(1), text("0123456789+"))))
                    .as("whoever edits, it is its author's")
                    .isEqualTo(full);
            done(yoda.edit(name("jedi"), number(1), text("9876543210")));
            done(yoda.edit(name("jedi"), number(1), text("0123")));
            done(yoda.edit(name("jedi"), number(2), text("0123456789012345")));
            assertThat(refused(yoda.edit(name("jedi"), number(1), text("01234"))))
                    .isEqualTo(full);
            done(yoda.delete(name("jedi"), number(2)));
            done(yoda.post(name("jedi"), text("0123456789012345")));
            assertThat(refused(yoda.edit(name("jedi"), number(1), text("01234"))))
                    .isEqualTo(full);
        }
    }

    @Test
    default void aUsersMessagesCountAfterARestartAndNoLongerWithTheirThread(@TempDir Path folder) {
        try (TestForum forum = open(folder, Capacity.UNLIMITED.with(new Messages(0, 3 * 16 + 30)))) {
            done(forum.as("luke").create(name("jedi")));
            done(forum.as("luke").create(name("sith")));
            done(forum.as("yoda").post(name("sith"), text("0123456789")));
            done(forum.as("yoda").post(name("sith"), text("0123456789")));
            done(forum.as("yoda").post(name("sith"), text("0123456789")));
            done(forum.as("yoda").edit(name("sith"), number(2), text("0123456")));
            done(forum.as("yoda").delete(name("sith"), number(1)));
            done(forum.as("yoda").post(name("jedi"), text("0123456789012")));
            for (int restart = 0; restart < 2; restart++) {
                forum.reopen();
                assertThat(refused(forum.as("yoda").post(name("jedi"), text("+")))
                                .code())
                        .as("after restart " + restart)
                        .isEqualTo("FULL");
                assertThat(refused(forum.as("yoda").edit(name("jedi"), number(1), text("0123456789012+")))
                                .code())
                        .isEqualTo("FULL");
            }
            done(forum.as("luke").remove(name("sith")));
            forum.reopen();
            done(forum.as("yoda").post(name("jedi"), text("0123456789")));
            done(forum.as("yoda").post(name("jedi"), text("0123456")));
            assertThat(refused(forum.as("yoda").post(name("jedi"), text("+"))).code())
                    .isEqualTo("FULL");
            forum.storage().erase();
            done(forum.as("yoda").create(name("jedi")));
            done(forum.as("yoda").post(name("jedi"), text("+".repeat(62))));
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    default void theMessagesOfARemovedThreadMakeRoomSoon(@TempDir Path folder) {
        try (TestForum forum = open(folder, Capacity.UNLIMITED.with(new Messages(0, 20)))) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("sith")));
            done(yoda.create(name("jedi")));
            done(yoda.post(name("sith"), text("0123")));
            done(yoda.remove(name("sith")));
            yoda.sync();
            while (!(yoda.post(name("jedi"), text("0123")) instanceof Answer.Done)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    default void aUsersFilesAreSoLargeAndSoMany(@TempDir Path folder) throws Upload.Cut {
        try (TestForum forum = open(folder, Capacity.UNLIMITED.with(new Files(6, 2, 10)))) {
            Session yoda = forum.as("yoda");
            done(forum.as("luke").create(name("jedi")));
            TestUpload large = TestUpload.of("large", "1234567");
            assertThat(refused(yoda.attach(name("jedi"), large)))
                    .isEqualTo(Refusal.tooBig("A file has at most 6 bytes"));
            assertThat(large.begun()).isFalse();
            attach(yoda, "jedi", TestUpload.of("a", "123456"));
            assertThat(refused(yoda.attach(name("jedi"), TestUpload.of("b", "12345"))))
                    .isEqualTo(full("A user's files have at most 10 bytes; nothing was stored"));
            attach(yoda, "jedi", TestUpload.of("b", "1234"));
            Refusal full = full("A user has at most 2 files; nothing was stored");
            assertThat(refused(yoda.attach(name("jedi"), TestUpload.of("c", ""))))
                    .isEqualTo(full);
            assertThat(refused(yoda.mayAttach(name("jedi"), name("c")))).isEqualTo(full);
            attach(forum.as("luke"), "jedi", TestUpload.of("c", "123456"));
            forum.reopen();
            assertThat(refused(forum.as("yoda").mayAttach(name("jedi"), name("d"))))
                    .as("after a restart")
                    .isEqualTo(full);
            done(forum.as("luke").remove(name("jedi")));
            done(forum.as("luke").create(name("jedi")));
            attach(forum.as("yoda"), "jedi", TestUpload.of("a", "123456"));
        }
    }

    @Test
    default void whatIsArrivingCountsUntilItHasComeOrIsCut(@TempDir Path folder) {
        try (TestForum forum = open(folder, Capacity.UNLIMITED.with(new Files(0, 0, 10)))) {
            done(forum.as("yoda").create(name("jedi")));
            List<Refusal> meanwhile = new ArrayList<>();
            TestUpload first = TestUpload.of("a", "123456").beforeEnd(() -> {
                TestUpload second = TestUpload.of("b", "12345");
                meanwhile.add(refused(attempt(forum.as("yoda"), second)));
                assertThat(second.begun()).isFalse();
                attach(forum.as("luke"), "jedi", TestUpload.of("c", "1234567890"));
            });
            attach(forum.as("yoda"), "jedi", first);
            assertThat(meanwhile).extracting(Refusal::code).containsExactly("FULL");
            assertThatThrownBy(() -> forum.as("yoda").attach(name("jedi"), TestUpload.cut("b", new byte[3])))
                    .isInstanceOf(Upload.Cut.class);
            attach(forum.as("yoda"), "jedi", TestUpload.of("b", "1234"));
        }
    }

    @Test
    default void aLimitHoldsHoweverManyActAtOnce(@TempDir Path folder) throws Exception {
        Capacity capacity = Capacity.UNLIMITED
                .with(new Threads(0, 10, 0))
                .with(new Messages(0, 10 * 17))
                .with(new Files(0, 0, 30));
        try (TestForum forum = open(folder, capacity);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            done(forum.as("luke").create(name("jedi")));
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "n" + i;
                tries.add(() -> forum.as("yoda").create(name(name)) instanceof Answer.Done);
                tries.add(() -> forum.as("yoda").post(name("jedi"), text("m")) instanceof Answer.Done);
                tries.add(() -> attempt(forum.as("yoda"), TestUpload.of(name, "123")) instanceof Answer.Done);
            }
            for (Future<Boolean> tried : threads.invokeAll(tries)) {
                tried.get();
            }
            assertThat(forum.as("yoda").threads()).hasSize(11);
            assertThat(forum.as("yoda").thread(name("jedi")).orElseThrow().messages())
                    .isEqualTo(10);
            assertThat(done(forum.as("yoda").files(name("jedi"))).size()).isLessThanOrEqualTo(10);
            for (int i = 0; attempt(forum.as("yoda"), TestUpload.of("more" + i, "123")) instanceof Answer.Done; i++) {
                assertThat(i).isLessThan(10);
            }
            assertThat(done(forum.as("yoda").files(name("jedi")))).hasSize(10);
        }
    }

    private static Answer<?> attempt(Session session, Upload upload) {
        try {
            return session.attach(name("jedi"), upload);
        } catch (Upload.Cut e) {
            throw new AssertionError(e);
        }
    }

    private static Refusal full(String text) {
        return new Refusal("FULL", text);
    }
}
