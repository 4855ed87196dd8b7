package forum.testkit.storage;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Answer;
import forum.api.Entry;
import forum.api.Event;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Page;
import forum.api.Range;
import forum.api.storage.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State what holds when many act at once. */
public interface ConcurrencyContract extends StorageUnderTest {

    /** How many act at once. */
    int CROWD = 8;

    @Test
    default void manyWritersLoseNothingAndKeepTheirOrder(@TempDir Path folder) throws Exception {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            inParallel(writer -> {
                Session session = forum.as("user" + writer);
                for (int i = 0; i < 200; i++) {
                    done(session.post(name("jedi"), text(Integer.toString(i))));
                    session.sync();
                }
            });
            List<Entry> before = entries(forum.as("yoda"), "jedi");
            assertThat(before).hasSize(200 * CROWD);
            for (int writer = 0; writer < CROWD; writer++) {
                String user = "user" + writer;
                assertThat(before.stream()
                                .filter(entry -> entry.author().equals(name(user)))
                                .map(entry -> ((Message) entry).text().toString()))
                        .containsExactlyElementsOf(IntStream.range(0, 200)
                                .mapToObj(Integer::toString)
                                .toList());
            }
            forum.reopen();
            assertThat(entries(forum.as("yoda"), "jedi")).isEqualTo(before);
        }
    }

    @Test
    default void theFeedHearsAThreadsChangesInOrder(@TempDir Path folder) throws Exception {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("0")));
            done(forum.as("yoda").create(name("1")));
            inParallel(writer -> {
                Session session = forum.as("user" + writer);
                for (int i = 0; i < 100; i++) {
                    done(session.post(name(Integer.toString(i % 2)), text("hi")));
                    session.delete(name(Integer.toString(i % 2)), number(1));
                    session.sync();
                }
            });
            for (ForumThread thread : forum.as("yoda").threads()) {
                List<Long> revisions = forum.heard().stream()
                        .map(event -> ((Event.InThread) event).thread())
                        .filter(told -> told.id() == thread.id())
                        .map(ForumThread::revision)
                        .toList();
                assertThat(revisions).isSorted().doesNotHaveDuplicates();
                assertThat(revisions.getLast() - revisions.getFirst()).isEqualTo(revisions.size() - 1L);
                assertThat(revisions.getLast()).isEqualTo(thread.revision());
            }
        }
    }

    @Test
    default void ofManyWhoCreateOneThreadOneSucceeds(@TempDir Path folder) throws Exception {
        try (TestForum forum = open(folder)) {
            List<Answer<ForumThread>> answers = new ArrayList<>();
            inParallel(writer -> {
                Answer<ForumThread> answer = forum.as("user" + writer).create(name("jedi"));
                synchronized (answers) {
                    answers.add(answer);
                }
            });
            assertThat(answers).hasSize(CROWD);
            assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        }
    }

    @Test
    default void readersSeeWholePagesWhileOthersWrite(@TempDir Path folder) throws Exception {
        try (TestForum forum = open(folder)) {
            done(forum.as("yoda").create(name("jedi")));
            inParallel(actor -> {
                Session session = forum.asUnrestricted("user" + actor);
                for (int i = 0; i < 300; i++) {
                    switch (actor % 4) {
                        case 0 -> done(session.post(name("jedi"), text("text")));
                        case 1 -> session.delete(name("jedi"), number(1 + i % 5));
                        case 2 -> session.edit(name("jedi"), number(1 + i % 7), text("edited"));
                        default -> requireConsistent(done(session.read(name("jedi"), Range.ALL)));
                    }
                }
                session.sync();
            });
        }
    }

    private static void requireConsistent(Page page) {
        int number = 0;
        long id = 0;
        for (Entry entry : page) {
            assertThat(((Message) entry).number()).isEqualTo(++number);
            assertThat(entry.id()).isGreaterThan(id);
            assertThat(((Message) entry).text().toString()).isIn("text", "edited");
            id = entry.id();
        }
        assertThat(page.thread().messages()).isEqualTo(number);
    }

    private static void inParallel(Task task) throws InterruptedException, ExecutionException {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> tasks = IntStream.range(0, CROWD)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        task.run(i);
                        return null;
                    })
                    .toList();
            for (Future<Void> result : crowd.invokeAll(tasks)) {
                result.get();
            }
        }
    }

    /** Do what one of the crowd does. */
    @FunctionalInterface
    interface Task {

        /** Do it. */
        void run(int actor) throws Exception;
    }
}
