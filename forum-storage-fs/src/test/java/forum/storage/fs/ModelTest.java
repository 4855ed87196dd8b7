package forum.storage.fs;

import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.range;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Answer;
import forum.api.Entry;
import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Page;
import forum.api.Range;
import forum.api.storage.Session;
import forum.testkit.storage.MemoryStorageProvider;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Do the same at random to this storage, which restarts and compacts, and to plain lists; compare every answer. */
final class ModelTest {

    private static final int STEPS = Integer.getInteger("forum.steps", 15_000);
    private static final List<Name> THREADS = List.of(name("a"), name("b"), name("bad name"), name("c"));

    private final long seed = Seed.choose();

    /** Chooses the same for the storage and for the model. */
    @FunctionalInterface
    private interface Step {
        Object take(Session session, Random random) throws Exception;
    }

    @Test
    void everyAnswerIsTheModels(@TempDir Path folder, @TempDir Path model) throws Exception {
        Random random = new Random(seed);
        try (TestForum real = new TestForum(new FsStorageProvider(), folder);
                TestForum plain = new TestForum(new MemoryStorageProvider(), model)) {
            for (int i = 0; i < STEPS; i++) {
                Duration passed = Duration.ofMillis(random.nextLong(-5_000, 3_000_000_000L) >> random.nextInt(32));
                real.clock().pass(passed);
                plain.clock().pass(passed);
                String user = List.of("yoda", "luke", "leia").get(random.nextInt(3));
                boolean free = random.nextInt(5) == 0;
                Step step = step(random.nextInt(100));
                long choices = random.nextLong();
                Object expected = step.take(free ? plain.asUnrestricted(user) : plain.as(user), new Random(choices));
                Object actual = step.take(free ? real.asUnrestricted(user) : real.as(user), new Random(choices));
                assertThat(actual).as("step %d, seed %d", i, seed).isEqualTo(expected);
                if (random.nextInt(1000) == 0) {
                    if (random.nextBoolean()) {
                        real.reopen();
                    } else {
                        Restart.fromTheJournal(real);
                    }
                    requireSame(real, plain);
                }
                if (random.nextInt(300) == 0) {
                    ((FsStorage) real.storage()).compact();
                    requireSame(real, plain);
                }
            }
            requireSame(real, plain);
            real.as("yoda").sync();
        }
    }

    private static void requireSame(TestForum real, TestForum plain) {
        assertThat(Scene.describe(real.as("yoda"))).isEqualTo(Scene.describe(plain.as("yoda")));
    }

    private static Step step(int choice) {
        if (choice < 50) {
            return (session, random) -> session.post(thread(random), text("text " + random.nextInt(100_000)));
        }
        if (choice < 58) {
            return (session, random) -> session.delete(thread(random), message(session, random));
        }
        if (choice < 66) {
            return (session, random) ->
                    session.edit(thread(random), message(session, random), text("edited " + random.nextInt()));
        }
        if (choice < 72) {
            return (session, random) -> session.message(thread(random), message(session, random));
        }
        if (choice < 85) {
            return (session, random) ->
                    session.read(thread(random), someRange(session, random)).map(ModelTest::contents);
        }
        return seldom(choice);
    }

    private static Step seldom(int choice) {
        return switch (choice) {
            case 85, 86, 87 -> (session, random) -> session.create(thread(random));
            case 88 -> (session, random) -> random.nextInt(30) == 0 ? session.remove(thread(random)) : "kept";
            case 89, 90 ->
                (session, random) -> session.attach(
                        thread(random), TestUpload.of("f" + random.nextInt(60), "x" + random.nextInt(9)));
            case 91 -> (session, random) -> session.files(thread(random));
            case 92 -> (session, random) -> session.threads();
            case 93 -> (session, random) -> session.thread(thread(random));
            case 94 -> (session, random) -> session.mayAttach(thread(random), name("f" + random.nextInt(60)));
            case 95, 96 ->
                (session, random) -> {
                    session.store("p").write("k" + random.nextInt(50), new byte[random.nextInt(9)]);
                    return session.store("p").keys("k1");
                };
            case 97 ->
                (session, random) -> {
                    session.store("p").remove("k" + random.nextInt(50));
                    return session.store("q").keys("");
                };
            case 98 ->
                (session, random) -> session.store("p")
                        .replace("k" + random.nextInt(50), Optional.of(new byte[random.nextInt(9)]), new byte[1]);
            default ->
                (session, random) -> {
                    session.sync();
                    return "durable";
                };
        };
    }

    private static List<Object> contents(Page page) {
        return List.of(page.thread(), page.size(), entries(page));
    }

    private static Name thread(Random random) {
        return THREADS.get(random.nextInt(THREADS.size()));
    }

    private static MessageRef message(Session session, Random random) {
        if (random.nextInt(20) == 0) {
            return new MessageRef.Nowhere();
        }
        int messages = 2
                + session.thread(thread(random)).map(found -> found.messages()).orElse(0);
        return random.nextInt(3) == 0
                ? new MessageRef.Id(someId(session, random))
                : new MessageRef.Number(random.nextInt(messages));
    }

    private static Range someRange(Session session, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Range.ALL;
            case 1 -> range(-random.nextInt(60), -1);
            case 2 -> range(random.nextInt(3000) - 500, random.nextInt(3000) - 500);
            default -> new Range(new Range.Id(someId(session, random)), new Range.Id(someId(session, random)));
        };
    }

    private static long someId(Session session, Random random) {
        return switch (session.read(thread(random), range(0, -1))) {
            case Answer.Done<Page>(Page page)
            when page.size() > 0 -> {
                List<Entry> all = entries(page);
                yield all.get(random.nextInt(all.size())).id() + random.nextInt(3) / 2;
            }
            case Answer.Done<Page> _, Answer.Refused<Page> _ -> random.nextInt(100);
        };
    }
}
