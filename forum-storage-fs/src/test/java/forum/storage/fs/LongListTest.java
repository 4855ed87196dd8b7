package forum.storage.fs;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.ForumThread;
import forum.api.Name;
import forum.api.storage.Actor;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.api.storage.StorageProvider;
import forum.testkit.Timeouts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads are not listed in one go, which would keep everybody else waiting. */
class LongListTest {

    private static final int THREADS = 20_000;

    @Test
    void othersPostWhileManyThreadsAreListed(@TempDir Path folder) throws Exception {
        try (Storage forum =
                new FsStorageProvider().open(new StorageProvider.Config(folder, Map.of(), InstantSource.system()))) {
            Session yoda = forum.session(Actor.user(new Name("yoda")));
            Session luke = forum.session(Actor.user(new Name("luke")));
            for (int i = 0; i < THREADS; i++) {
                done(yoda.create(name("t" + i)));
            }
            yoda.sync();
            AtomicBoolean over = new AtomicBoolean();
            Thread posting = Thread.ofPlatform().start(() -> post(luke, over));
            try {
                long deadline = System.nanoTime() + Timeouts.PATIENCE.toNanos();
                while (!showsPostsMadeMeanwhile(yoda.threads())) {
                    assertThat(System.nanoTime()).as("nobody posts meanwhile").isLessThan(deadline);
                }
            } finally {
                over.set(true);
                posting.join();
            }
        }
    }

    /** Post to the first thread, then to the last. */
    private static void post(Session session, AtomicBoolean over) {
        while (!over.get()) {
            done(session.post(name("t0"), text("hi")));
            done(session.post(name("t" + (THREADS - 1)), text("hi")));
            session.sync();
        }
    }

    /** At one moment the last thread never has more messages than the first. */
    private static boolean showsPostsMadeMeanwhile(List<ForumThread> threads) {
        assertThat(threads).hasSize(THREADS);
        return threads.getLast().messages() > threads.getFirst().messages();
    }
}
