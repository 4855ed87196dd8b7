package forum.testkit.storage;

import static forum.testkit.storage.Answers.bytes;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import forum.api.Entry;
import forum.api.Text;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State what a copy of a storage holds, made while it is closed or while it is used. */
public interface BackupContract extends StorageUnderTest {

    @Test
    default void aBackupHoldsEverything(@TempDir Path folder, @TempDir Path elsewhere) {
        try (TestForum forum = open(folder)) {
            fill(forum);
            List<Entry> before = entries(forum.as("yoda"), "jedi");
            forum.storage().backup(elsewhere.resolve("open"), line -> {});
            forum.stop();
            provider().backup(forum.config(), elsewhere.resolve("closed"), line -> {});
            for (String backup : List.of("open", "closed")) {
                try (TestForum copy = open(elsewhere.resolve(backup))) {
                    requireFilled(copy);
                    assertThat(entries(copy.as("yoda"), "jedi")).isEqualTo(before);
                }
            }
        }
    }

    @Test
    default void aBackupIsSoundAndGoesOnAsAForumOfItsOwn(@TempDir Path folder, @TempDir Path elsewhere) {
        Path target = elsewhere.resolve("backup");
        try (TestForum forum = open(folder)) {
            fill(forum);
            forum.storage().backup(target, line -> {});
            done(forum.as("yoda").post(name("jedi"), text("after")));
        }
        try (TestForum copy = open(target)) {
            done(copy.as("luke").post(name("jedi"), text("elsewhere")));
            copy.reopen();
            assertThat(lines(copy.as("yoda"), "jedi"))
                    .containsExactly("1 yoda: edited", "yoda uploaded f", "2 luke: elsewhere");
            copy.stop();
            assertThat(provider().check(copy.config(), line -> {})).isTrue();
        }
        try (TestForum forum = open(folder)) {
            assertThat(lines(forum.as("yoda"), "jedi"))
                    .containsExactly("1 yoda: edited", "yoda uploaded f", "2 yoda: after");
        }
    }

    @Test
    default void whatGoesOnMeanwhileDoesNotTouchABackup(@TempDir Path folder, @TempDir Path elsewhere) {
        Path target = elsewhere.resolve("backup");
        try (TestForum forum = open(folder)) {
            fill(forum);
            AtomicBoolean first = new AtomicBoolean(true);
            forum.storage().backup(target, line -> {
                if (first.getAndSet(false)) {
                    Session yoda = forum.as("yoda");
                    done(yoda.create(name("sith")));
                    done(yoda.post(name("sith"), Text.of("x".repeat(Text.MAX_LENGTH))));
                    yoda.sync();
                } else {
                    forum.as("yoda").remove(name("jedi"));
                    forum.as("yoda").sync();
                }
            });
            assertThat(forum.as("yoda").thread(name("jedi"))).isEmpty();
            try (TestForum copy = open(target)) {
                copy.as("yoda").thread(name("jedi")).ifPresent(kept -> requireFilled(copy));
                copy.stop();
                assertThat(provider().check(copy.config(), line -> {})).isTrue();
            }
        }
    }

    @Test
    default void everythingAnsweredBeforeIsInABackupAndWhatIsInItWasInOrder(
            @TempDir Path folder, @TempDir Path elsewhere) throws Exception {
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        try (TestForum forum = open(folder);
                ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor()) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            writer.submit(() -> {
                while (!enough.get()) {
                    done(yoda.post(name("jedi"), text(Integer.toString(answered.get() + 1))));
                    yoda.sync();
                    answered.incrementAndGet();
                }
                return null;
            });
            List<Integer> before = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                before.add(answered.get());
                forum.storage().backup(elsewhere.resolve(Integer.toString(i)), line -> {});
            }
            enough.set(true);
            for (int i = 0; i < 5; i++) {
                try (TestForum copy = open(elsewhere.resolve(Integer.toString(i)))) {
                    List<String> lines = copy.as("luke").thread(name("jedi")).isPresent()
                            ? lines(copy.as("luke"), "jedi")
                            : List.of();
                    assertThat(lines).hasSizeGreaterThanOrEqualTo(before.get(i));
                    for (int n = 1; n <= lines.size(); n++) {
                        assertThat(lines.get(n - 1)).isEqualTo(n + " yoda: " + n);
                    }
                }
            }
        }
    }

    @Test
    default void aBackupThatIsBrokenOffLeavesNothing(@TempDir Path folder, @TempDir Path elsewhere) throws IOException {
        try (TestForum forum = open(folder)) {
            fill(forum);
            for (int steps = 0; steps < 3; steps++) {
                int allowed = steps;
                AtomicInteger taken = new AtomicInteger();
                try {
                    forum.storage().backup(elsewhere.resolve("backup" + steps), line -> {
                        if (taken.getAndIncrement() == allowed) {
                            throw new UncheckedIOException(new IOException("Nobody listens"));
                        }
                    });
                } catch (UncheckedIOException expected) {
                    assertThat(elsewhere.resolve("backup" + steps)).doesNotExist();
                }
            }
            try (Stream<Path> left = Files.list(elsewhere)) {
                assertThat(left.filter(Files::isDirectory)
                                .map(file -> file.getFileName().toString()))
                        .allMatch(name -> name.matches("backup\\d"));
            }
            done(forum.as("yoda").post(name("jedi"), text("still here")));
        }
    }

    @Test
    default void aBackupOverwritesNothing(@TempDir Path folder, @TempDir Path other) {
        try (TestForum inTheWay = open(other)) {
            done(inTheWay.as("luke").create(name("sith")));
        }
        try (TestForum forum = open(folder)) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> forum.storage().backup(other, line -> {}));
            forum.stop();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> provider().backup(forum.config(), other, line -> {}));
        }
        try (TestForum untouched = open(other)) {
            assertThat(untouched.as("luke").threads()).hasSize(1);
        }
    }

    @Test
    default void aClosedBackupWantsTheStorageClosed(@TempDir Path folder, @TempDir Path elsewhere) {
        try (TestForum forum = open(folder)) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> provider().backup(forum.config(), elsewhere.resolve("backup"), line -> {}))
                    .matches(e -> e.fault() == Fault.IN_USE);
        }
    }

    private static void fill(TestForum forum) {
        Session yoda = forum.as("yoda");
        done(yoda.create(name("jedi")));
        done(yoda.post(name("jedi"), text("hi")));
        AttachmentContract.attach(yoda, "jedi", TestUpload.of("f", "content of the file"));
        done(yoda.edit(name("jedi"), number(1), text("edited")));
        yoda.store("polls").write("k", "v".getBytes(StandardCharsets.UTF_8));
        yoda.sync();
        forum.storage().credentials().add(name("yoda"), "secret");
    }

    private static void requireFilled(TestForum copy) {
        Session yoda = copy.as("yoda");
        assertThat(lines(yoda, "jedi")).containsExactly("1 yoda: edited", "yoda uploaded f");
        assertThat(bytes(done(yoda.open(name("jedi"), name("f"))))).asString().isEqualTo("content of the file");
        assertThat(yoda.store("polls").read("k")).contains("v".getBytes(StandardCharsets.UTF_8));
        assertThat(copy.storage().credentials().find(name("yoda"))).contains("secret");
    }
}
