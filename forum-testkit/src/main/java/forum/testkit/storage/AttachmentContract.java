package forum.testkit.storage;

import static forum.testkit.storage.Answers.bytes;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.refused;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.Attachment;
import forum.api.Content;
import forum.api.Forum;
import forum.api.Refusal;
import forum.api.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State how files are attached, opened and lost with their thread. */
public interface AttachmentContract extends StorageUnderTest {

    /** The SHA-256 of "abc", FIPS 180-2. */
    String SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    default void aFileIsKeptAsItWasSent(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            Attachment attached = attach(forum.as("luke"), "jedi", TestUpload.of("a b.txt", "abc"));
            assertThat(attached)
                    .isEqualTo(new Attachment(
                            attached.id(), name("luke"), forum.clock().instant(), name("a b.txt"), 3, SHA_256_OF_ABC));
            assertThat(done(forum.as("yoda").files(name("jedi")))).containsExactly(attached);
            assertThat(entries(forum.as("yoda"), "jedi")).containsExactly(attached);
            assertThat(content(forum.as("yoda"), "jedi", "a b.txt")).asString().isEqualTo("abc");
            forum.reopen();
            assertThat(done(forum.as("yoda").files(name("jedi")))).containsExactly(attached);
            assertThat(content(forum.as("yoda"), "jedi", "a b.txt")).asString().isEqualTo("abc");
        }
    }

    @Test
    default void aFileMayBeEmptyOrLarge(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            byte[] large = new byte[3_000_001];
            new Random(1).nextBytes(large);
            done(forum.as("yoda").create(name("jedi")));
            attach(forum.as("yoda"), "jedi", TestUpload.of("empty", ""));
            attach(forum.as("yoda"), "jedi", TestUpload.of("large", large));
            assertThat(content(forum.as("yoda"), "jedi", "empty")).isEmpty();
            assertThat(content(forum.as("yoda"), "jedi", "large")).isEqualTo(large);
        }
    }

    @Test
    default void aPartOfAFileCanBeSent(@TempDir Path folder) throws IOException {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            attach(forum.as("yoda"), "jedi", TestUpload.of("f", "0123456789"));
            try (Content content = done(forum.as("yoda").open(name("jedi"), name("f")))) {
                ByteArrayOutputStream target = new ByteArrayOutputStream();
                assertThat(content.size()).isEqualTo(10);
                assertThat(content.transferTo(3, 4, Channels.newChannel(target)))
                        .isEqualTo(4);
                assertThat(content.transferTo(8, 99, Channels.newChannel(target)))
                        .isEqualTo(2);
                assertThat(target.toString()).isEqualTo("345689");
            }
        }
    }

    @Test
    default void filesAreListedInTheOrderInWhichTheyCame(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            for (String file : List.of("c", "a", "b")) {
                attach(forum.as("yoda"), "jedi", TestUpload.of(file, file));
                done(forum.as("yoda").post(name("jedi"), text("hi")));
            }
            assertThat(done(forum.as("yoda").files(name("jedi"))))
                    .extracting(Attachment::file)
                    .containsExactly(name("c"), name("a"), name("b"));
            assertThat(forum.as("yoda").thread(name("jedi")).orElseThrow().files())
                    .isEqualTo(3);
            assertThat(forum.as("yoda").thread(name("jedi")).orElseThrow().messages())
                    .isEqualTo(3);
        }
    }

    @Test
    default void filesOfAnUnknownThreadAreRefused(@TempDir Path folder) throws Upload.Cut {
        try (TestForum forum = open(folder)) {
            Refusal noThread = Refusal.noThread(name("jedi"));
            TestUpload upload = TestUpload.of("a/b", "abc");
            assertThat(refused(forum.as("yoda").attach(name("jedi"), upload))).isEqualTo(noThread);
            assertThat(upload.begun()).isFalse();
            assertThat(refused(forum.as("yoda").mayAttach(name("jedi"), name("a/b"))))
                    .isEqualTo(noThread);
            assertThat(refused(forum.as("yoda").files(name("jedi")))).isEqualTo(noThread);
            assertThat(refused(forum.as("yoda").open(name("jedi"), name("f")))).isEqualTo(noThread);
        }
    }

    @Test
    default void anUnknownFileCannotBeOpened(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            assertThat(refused(forum.as("yoda").open(name("jedi"), name("f")))).isEqualTo(Refusal.noFile(name("jedi")));
            assertThat(refused(forum.as("yoda").open(name("jedi"), name("../../etc/passwd"))))
                    .isEqualTo(Refusal.noFile(name("jedi")));
        }
    }

    @Test
    default void aFileNameIsTakenOnceInAThread(@TempDir Path folder) throws Upload.Cut {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            done(forum.as("yoda").create(name("sith")));
            attach(forum.as("yoda"), "jedi", TestUpload.of("f", "old"));
            attach(forum.as("yoda"), "sith", TestUpload.of("f", "other"));
            Refusal exists = Refusal.fileExists(name("jedi"), name("f"));
            TestUpload again = TestUpload.of("f", "new");
            assertThat(refused(forum.as("luke").mayAttach(name("jedi"), name("f"))))
                    .isEqualTo(exists);
            assertThat(refused(forum.as("luke").attach(name("jedi"), again))).isEqualTo(exists);
            assertThat(again.begun()).isFalse();
            assertThat(content(forum.as("luke"), "jedi", "f")).asString().isEqualTo("old");
            assertThat(content(forum.as("luke"), "sith", "f")).asString().isEqualTo("other");
        }
    }

    @Test
    default void aBadFileNameIsRefused(@TempDir Path folder) throws Upload.Cut {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            for (String bad : List.of("", "..", "a/b", "a\\b", " a", "a\nb", "x".repeat(256))) {
                TestUpload upload = TestUpload.of(bad, "abc");
                assertThat(refused(forum.as("yoda").mayAttach(name("jedi"), name(bad)))
                                .code())
                        .isEqualTo("BADNAME");
                assertThat(refused(forum.as("yoda").attach(name("jedi"), upload))
                                .code())
                        .isEqualTo("BADNAME");
                assertThat(upload.begun()).isFalse();
            }
            assertThat(done(forum.as("yoda").mayAttach(name("jedi"), name("x".repeat(255))))
                            .files())
                    .isZero();
        }
    }

    @Test
    default void ofTwoUploadsOfOneNameTheFirstCompleteOneWins(@TempDir Path folder) throws Upload.Cut {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            TestUpload slow = TestUpload.of("f", "slow")
                    .beforeEnd(() -> attach(forum.as("luke"), "jedi", TestUpload.of("f", "fast")));
            assertThat(refused(forum.as("yoda").attach(name("jedi"), slow)))
                    .isEqualTo(Refusal.fileExists(name("jedi"), name("f")));
            assertThat(content(forum.as("yoda"), "jedi", "f")).asString().isEqualTo("fast");
            assertThat(done(forum.as("yoda").files(name("jedi")))).hasSize(1);
        }
    }

    @Test
    default void anUploadDoesNotReachAnotherThreadOfTheSameTitle(@TempDir Path folder) throws Upload.Cut {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            TestUpload upload = TestUpload.of("f", "abc").beforeEnd(() -> {
                done(forum.as("yoda").remove(name("jedi")));
                done(forum.as("luke").create(name("jedi")));
            });
            assertThat(refused(forum.as("yoda").attach(name("jedi"), upload)))
                    .isEqualTo(Refusal.noThread(name("jedi")));
            assertThat(done(forum.as("yoda").files(name("jedi")))).isEmpty();
        }
    }

    @Test
    default void aCutUploadLeavesNothingBehind(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            long revision = forum.as("yoda").thread(name("jedi")).orElseThrow().revision();
            assertThatThrownBy(() -> forum.as("yoda").attach(name("jedi"), TestUpload.cut("f", new byte[9000])))
                    .isInstanceOf(Upload.Cut.class);
            assertThat(done(forum.as("yoda").files(name("jedi")))).isEmpty();
            assertThat(forum.as("yoda").thread(name("jedi")).orElseThrow().revision())
                    .isEqualTo(revision);
            attach(forum.as("yoda"), "jedi", TestUpload.of("f", "whole"));
            assertThat(content(forum.as("yoda"), "jedi", "f")).asString().isEqualTo("whole");
        }
    }

    @Test
    default void anOpenFileOutlivesItsThread(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            byte[] bytes = new byte[100_000];
            new Random(2).nextBytes(bytes);
            done(forum.as("yoda").create(name("jedi")));
            attach(forum.as("yoda"), "jedi", TestUpload.of("f", bytes));
            try (Content content = done(forum.as("luke").open(name("jedi"), name("f")))) {
                Forum yoda = forum.as("yoda");
                done(yoda.remove(name("jedi")));
                forum.as("yoda").sync();
                assertThat(bytes(content)).isEqualTo(bytes);
            }
            assertThat(refused(forum.as("luke").open(name("jedi"), name("f"))).code())
                    .isEqualTo("NOTHREAD");
        }
    }

    /** Attach a file that must be taken. */
    static Attachment attach(Forum forum, String thread, Upload upload) {
        try {
            return done(forum.attach(name(thread), upload));
        } catch (Upload.Cut e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] content(Forum forum, String thread, String file) {
        try (Content content = done(forum.open(name(thread), name(file)))) {
            return bytes(content);
        }
    }
}
