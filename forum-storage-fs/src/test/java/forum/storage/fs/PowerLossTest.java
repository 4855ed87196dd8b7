package forum.storage.fs;

import static forum.testkit.storage.Answers.name;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Name;
import forum.api.storage.Credentials;
import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Switch the machine off, or kill the server, at any step on the disk, lose anything that was not forced, and require all
 * that was promised.
 */
final class PowerLossTest {

    private static final int ROUNDS = Integer.getInteger("forum.rounds", Boolean.getBoolean("forum.long") ? 300 : 15);
    private static final int LIVES = 6;

    @TempDir
    private Path folder;

    @Test
    void aPowerLossKeepsAllThatWasPromisedAndNothingOutOfOrder() throws Exception {
        long seed = Seed.choose();
        for (int round = 0; round < ROUNDS; round++) {
            Path place = Files.createDirectory(folder.resolve("round" + round));
            new Round(place, new Random(seed + round)).run();
            Unforced.deleteAll(place);
        }
    }

    /** Live several lives in one folder. */
    private static final class Round {

        private final FaultyDisk disk = new FaultyDisk();
        private final List<List<String>> history = new ArrayList<>();
        private final List<Map<Name, String>> accounts = new ArrayList<>();
        private final Path place;
        private final Random random;
        private final Scene scene;
        private int promised;

        Round(Path place, Random random) {
            this.place = place;
            this.random = random;
            this.scene = new Scene(random);
        }

        void run() throws Exception {
            history.add(List.of());
            accounts.add(Map.of());
            for (int life = 0; life < LIVES; life++) {
                planTheEnd();
                live();
                if (!disk.isOff() && random.nextBoolean()) {
                    disk.crash(random);
                }
                disk.restart();
                try (TestForum forum = new TestForum(new FsStorageProvider(disk), place)) {
                    requireWhatWasPromised(forum);
                    if (random.nextBoolean()) { // what was seen now is promised, too
                        disk.crash(random);
                        CrashTest.abandon(disk, forum);
                        disk.restart();
                    }
                }
            }
        }

        private void planTheEnd() {
            AtomicInteger operations = new AtomicInteger(random.nextInt(80));
            boolean kill = random.nextInt(3) == 0;
            disk.plan((operation, file) -> {
                if (operations.getAndDecrement() > 0) {
                    return Verdict.FINE;
                }
                if (kill) {
                    disk.switchOff();
                } else {
                    disk.crash(random);
                }
                return random.nextBoolean() ? Verdict.FAILS_BEFORE : Verdict.FAILS_HALFWAY;
            });
        }

        /** Open the forum, change things, close it in the end; or until the disk fails. */
        private void live() throws Exception {
            TestForum forum;
            try {
                forum = new TestForum(new FsStorageProvider(disk), place);
            } catch (StorageException e) {
                assertThat(disk.isOff()).as("%s", e).isTrue();
                return;
            }
            assertThat(Scene.describe(forum.as("reader"))).isEqualTo(history.getLast());
            try {
                for (int i = random.nextInt(30); i >= 0; i--) {
                    change(forum);
                }
                forum.stop();
                promised = history.size() - 1;
            } catch (StorageException | IOException e) {
                assertThat(disk.isOff()).as("%s", e).isTrue();
                CrashTest.abandon(disk, forum);
            }
        }

        private void change(TestForum forum) throws IOException {
            Session session = scene.someone(forum);
            for (int i = random.nextInt(8); i >= 0; i--) {
                scene.change(forum, session);
                history.add(Scene.describe(session));
            }
            session.sync();
            promised = history.size() - 1;
            switch (random.nextInt(6)) {
                case 0, 1 -> Litter.compact(forum);
                case 2, 3 -> changeAccount(forum.storage().credentials());
                default -> {}
            }
        }

        private void changeAccount(Credentials credentials) {
            Map<Name, String> changed = new HashMap<>(accounts.getLast());
            Name user = name("user" + random.nextInt(3));
            String old = changed.get(user);
            String credential = "secret" + random.nextInt();
            changed.put(user, credential);
            accounts.add(changed);
            assertThat(old == null ? credentials.add(user, credential) : credentials.replace(user, old, credential))
                    .isTrue();
            accounts.subList(0, accounts.size() - 1).clear();
        }

        private void requireWhatWasPromised(TestForum forum) throws IOException {
            List<String> found = Scene.describe(forum.as("reader"));
            int age = history.lastIndexOf(found);
            assertThat(age).as("found %s after %s", found, history).isGreaterThanOrEqualTo(promised);
            history.subList(age + 1, history.size()).clear();
            promised = age;
            Scene.requireWholeFiles(forum.as("reader"), place);
            Map<Name, String> known = new HashMap<>();
            Credentials credentials = forum.storage().credentials();
            credentials
                    .names()
                    .forEach(user -> known.put(user, credentials.find(user).orElseThrow()));
            assertThat(accounts).contains(known);
            accounts.retainAll(List.of(known));
        }
    }
}
