package forum.tests.race;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import forum.tests.Storages;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that is read again and again is always what it would be if it were written anew. */
class HotPagesTest {

    private static final int ROUNDS = Boolean.getBoolean("forum.long") ? 20_000 : 500;
    private static final List<String> THREADS = List.of("a", "b");

    @ParameterizedTest
    @ValueSource(strings = {"memory", "fs"})
    void aPageIsNeverOlderThanItsThread(String storage) {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        System.out.println("forum.seed=" + seed);
        Random random = new Random(seed);
        try (ForumFixture forum =
                ForumFixture.start(storage.equals("fs") ? Storages.named("fs") : new MemoryStorageProvider())) {
            RespClient mike = forum.login("mike");
            RespClient yoda = forum.login("yoda");
            yoda.ask("HELLO", "3");
            THREADS.forEach(thread -> mike.ask("CRT", thread));
            for (int round = 0; round < ROUNDS; round++) {
                change(mike, random, round);
                String thread = THREADS.get(random.nextInt(THREADS.size()));
                String first = Integer.toString(-1 - random.nextInt(4));
                for (RespClient reader : List.of(mike, yoda)) {
                    String anew = reader.ask("PEEK", "RDT", thread, first, "-1");
                    for (int again = 0; again < 3; again++) {
                        assertThat(reader.ask("RDT", thread, first, "-1"))
                                .as("round %d of seed %d", round, seed)
                                .isEqualTo(anew);
                    }
                }
            }
        }
    }

    private static void change(RespClient user, Random random, int round) {
        String thread = THREADS.get(random.nextInt(THREADS.size()));
        String number = Integer.toString(1 + random.nextInt(5));
        switch (random.nextInt(8)) {
            case 0 -> user.ask("DLT", thread, number);
            case 1, 2 -> user.ask("EDT", thread, number, "edited\n" + round);
            case 3 -> user.ask("UPD", thread, "file" + round, "x");
            case 4 -> {
                user.ask("RMV", thread);
                user.ask("CRT", thread);
            }
            default -> user.ask("MSG", thread, "text " + round);
        }
    }
}
