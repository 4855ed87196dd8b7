package forum.storage.fs;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import forum.api.storage.Session;
import forum.testkit.storage.TestForum;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wait for durability from many threads, again and again until silence, where a lost wake-up would show. */
final class GroupCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUNDS = Integer.getInteger("forum.rounds", 3000);

    @TempDir
    private Path folder;

    static Stream<ThreadFactory> kinds() {
        return Stream.of(Thread.ofVirtual().factory(), Thread.ofPlatform().factory());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLastPostBeforeSilenceIsAnswered(ThreadFactory kind) {
        AtomicLong appended = new AtomicLong();
        AtomicLong flushed = new AtomicLong();
        GroupCommit[] commit = new GroupCommit[1];
        commit[0] = new GroupCommit(() -> {
            Thread.yield();
            long reached = appended.get();
            flushed.set(reached);
            commit[0].settle(reached);
        });
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                together(kind, 2 + round % 7, waiter -> {
                    long position = appended.incrementAndGet();
                    commit[0].await(position);
                    assertThat(flushed.get()).isGreaterThanOrEqualTo(position);
                });
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLastPostOfAStorageIsAnswered(ThreadFactory kind) {
        try (TestForum forum = open()) {
            done(forum.as("yoda").create(name("jedi")));
            assertTimeoutPreemptively(PATIENCE, () -> {
                for (int round = 0; round < ROUNDS / 10; round++) {
                    together(kind, 5, writer -> {
                        Session session = forum.as("user" + writer);
                        done(session.post(name("jedi"), text("hi")));
                        session.sync();
                    });
                }
            });
            assertThat(lines(forum.as("yoda"), "jedi")).hasSize(ROUNDS / 10 * 5);
        }
    }

    @Test
    void aSessionKnowsWhetherItWouldWait() {
        try (TestForum forum = open()) {
            Session writer = forum.as("yoda");
            done(writer.create(name("jedi")));
            assertThat(writer.isDurable()).isFalse();
            Session reader = forum.as("mike");
            assertThat(lines(reader, "jedi")).isEmpty();
            assertThat(reader.isDurable()).as("what is read may still be lost").isFalse();

            writer.sync();
            assertThat(writer.isDurable()).isTrue();
            Session latecomer = forum.as("leia");
            assertThat(lines(latecomer, "jedi")).isEmpty();
            assertThat(latecomer.isDurable()).isTrue();
        }
    }

    @Test
    void aLeaderThatFailsWakesTheRest() {
        AtomicLong flushes = new AtomicLong();
        GroupCommit[] commit = new GroupCommit[1];
        commit[0] = new GroupCommit(() -> {
            commit[0].settle(Long.MAX_VALUE);
            throw new IllegalStateException("flush " + flushes.incrementAndGet());
        });
        assertTimeoutPreemptively(
                PATIENCE,
                () -> together(Thread.ofVirtual().factory(), 50, waiter -> {
                    try {
                        commit[0].await(waiter + 1L);
                    } catch (IllegalStateException expected) {
                        assertThat(expected).hasMessageStartingWith("flush");
                    }
                }));
    }

    @Test
    void interruptsNeitherCloseTheJournalNorBreakAPromise() throws Exception {
        Random random = new Random(Seed.choose());
        try (TestForum forum = open()) {
            done(forum.as("yoda").create(name("jedi")));
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int writer = i;
                writers.add(Thread.ofVirtual().start(() -> {
                    Session session = forum.as("user" + writer);
                    for (int post = 0; post < 200; post++) {
                        done(session.post(name("jedi"), text("hi")));
                        session.sync();
                    }
                }));
            }
            while (writers.stream().anyMatch(Thread::isAlive)) {
                writers.get(random.nextInt(writers.size())).interrupt();
                Thread.yield();
            }
            assertThat(lines(forum.as("yoda"), "jedi")).hasSize(8 * 200);
            List<String> before = Scene.describe(forum.as("yoda"));
            forum.reopen();
            assertThat(Scene.describe(forum.as("yoda"))).isEqualTo(before);
        }
    }

    @Test
    void anInterruptIsKeptForTheCaller() throws Exception {
        try (TestForum forum = open()) {
            Thread thread = Thread.ofVirtual().start(() -> {
                Session session = forum.as("yoda");
                Thread.currentThread().interrupt();
                done(session.create(name("jedi")));
                session.sync();
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                done(session.create(name("interrupted")));
                session.sync();
            });
            thread.join();
            assertThat(forum.as("yoda").threads()).hasSize(2);
        }
    }

    @Test
    void aReaderOfAQuietThreadWaitsForNobody() {
        FaultyDisk disk = new FaultyDisk();
        try (TestForum forum = new TestForum(new FsStorageProvider(disk), folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("quiet")));
            done(yoda.create(name("busy")));
            yoda.sync();
            disk.plan((operation, file) -> {
                throw new AssertionError("Nobody should wait for the disk");
            });
            done(yoda.post(name("busy"), text("hi")));
            Session reader = forum.as("reader");
            assertThat(lines(reader, "quiet")).isEmpty();
            assertThat(reader.thread(name("quiet"))).isPresent();
            reader.sync();
            disk.heal();
            yoda.sync();
        }
    }

    private TestForum open() {
        return new TestForum(new FsStorageProvider(), folder);
    }

    @FunctionalInterface
    private interface Task {
        void run(int number) throws Exception;
    }

    private static void together(ThreadFactory kind, int crowd, Task task) throws Exception {
        CountDownLatch ready = new CountDownLatch(crowd);
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            int number = i;
            Thread thread = kind.newThread(() -> {
                try {
                    ready.countDown();
                    ready.await();
                    task.run(number);
                } catch (Throwable e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }
}
