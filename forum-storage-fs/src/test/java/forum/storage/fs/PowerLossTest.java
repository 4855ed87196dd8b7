package forum.storage.fs;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Switch the machine off at any write, lose any sectors that were not forced, and require all that was promised. */
final class PowerLossTest {

    private static final int ROUNDS = Integer.getInteger("forum.rounds", Boolean.getBoolean("forum.long") ? 300 : 15);

    @TempDir
    private Path folder;

    @Test
    void aPowerLossKeepsAllThatWasPromisedAndNothingOutOfOrder() throws Exception {
        long seed = Seed.choose();
        for (int round = 0; round < ROUNDS; round++) {
            Path place = Files.createDirectory(folder.resolve("round" + round));
            run(place, new Random(seed + round));
        }
    }

    private static void run(Path place, Random random) throws Exception {
        FaultyDisk disk = new FaultyDisk();
        Scene scene = new Scene(random);
        List<List<String>> history = new ArrayList<>();
        TestForum forum = new TestForum(new FsStorageProvider(disk), place);
        history.add(Scene.describe(forum.as("reader")));
        for (int life = 0; life < 4; life++) {
            int promised = live(scene, forum, disk, random, history);
            try {
                forum.stop();
            } catch (StorageException expected) {
                assertThat(expected).hasMessageContaining("off");
            }
            disk.restart();
            forum = new TestForum(new FsStorageProvider(disk), place);
            List<String> found = Scene.describe(forum.as("reader"));
            int age = history.lastIndexOf(found);
            assertThat(age).as("found %s after %s", found, history).isGreaterThanOrEqualTo(promised);
            history.subList(age + 1, history.size()).clear();
        }
        forum.stop();
    }

    /** Change things until the power is lost; gives the index of the last state that was promised. */
    private static int live(Scene scene, TestForum forum, FaultyDisk disk, Random random, List<List<String>> history)
            throws Exception {
        int promised = history.size() - 1;
        AtomicInteger operations = new AtomicInteger(random.nextInt(60));
        disk.plan((operation, file) -> {
            if (operations.getAndDecrement() > 0) {
                return Verdict.FINE;
            }
            disk.crash(random);
            return random.nextBoolean() ? Verdict.FAILS_BEFORE : Verdict.FAILS_HALFWAY;
        });
        try {
            while (true) {
                Session session = scene.someone(forum);
                for (int i = random.nextInt(8); i >= 0; i--) {
                    scene.change(forum, session);
                    history.add(Scene.describe(session));
                }
                session.sync();
                promised = history.size() - 1;
                if (random.nextInt(3) == 0) {
                    ((FsStorage) forum.storage()).compact();
                }
            }
        } catch (StorageException | IOException powerLost) {
            return promised;
        }
    }
}
