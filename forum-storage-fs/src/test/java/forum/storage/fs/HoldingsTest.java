package forum.storage.fs;

import static forum.storage.fs.Litter.compact;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.refused;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Attachment;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Range;
import forum.api.storage.Capacity;
import forum.api.storage.Capacity.Holding;
import forum.api.storage.Capacity.Messages;
import forum.api.storage.Session;
import forum.storage.fs.FaultyDisk.Operation;
import forum.storage.fs.FaultyDisk.Verdict;
import forum.testkit.storage.TestForum;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is undone, compacted and replayed, each user has what the forum shows, and no byte more or less. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HoldingsTest {

    private static final int ROUNDS = Boolean.getBoolean("forum.long") ? 400 : 60;

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk();

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "FORCE"})
    void whatIsUndoneCountsAsIfItHadNeverBeen(Operation broken) {
        try (TestForum forum = new TestForum(new FsStorageProvider(disk), folder, messages(3 * 16 + 30))) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            done(yoda.create(name("sith")));
            done(yoda.post(name("jedi"), text("0123456789")));
            done(yoda.post(name("sith"), text("0123456789")));
            yoda.sync();
            disk.plan((operation, file) -> operation == broken ? Verdict.FAILS_BEFORE : Verdict.FINE);
            done(yoda.post(name("jedi"), text("0123456789")));
            done(yoda.edit(name("jedi"), number(1), text("0")));
            done(yoda.delete(name("jedi"), number(2)));
            done(yoda.remove(name("sith")));
            assertThat(Litter.fails(yoda::sync)).isTrue();
            disk.heal();
            assertCountedRightly(forum);
            assertThat(refused(yoda.post(name("jedi"), text("0123456789+"))).code())
                    .isEqualTo("FULL");
            done(yoda.post(name("jedi"), text("0123456789")));
            assertThat(refused(yoda.post(name("jedi"), text("+"))).code()).isEqualTo("FULL");
        }
    }

    @Test
    void whateverFailsAndIsCompactedEachUserHasWhatIsThere() throws Exception {
        Random random = new Random(Seed.choose());
        Scene scene = new Scene(random);
        int undone = 0;
        try (TestForum forum = new TestForum(new FsStorageProvider(disk), folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                boolean fails = random.nextBoolean();
                Operation broken = random.nextBoolean() ? Operation.WRITE : Operation.FORCE;
                Verdict verdict = random.nextBoolean() ? Verdict.FAILS_BEFORE : Verdict.FAILS_AFTER;
                Session last = forum.as("yoda");
                disk.plan((operation, file) -> fails && operation == broken ? verdict : Verdict.FINE);
                for (int i = random.nextInt(1, 60); i > 0; i--) {
                    Session someone = scene.someone(forum);
                    undone += Litter.fails(() -> scene.change(forum, someone)) ? 1 : 0;
                    last = someone;
                }
                undone += Litter.fails(last::sync) ? 1 : 0;
                disk.heal();
                settle(forum.as("host"));
                compactSometimes(forum, random);
                assertCountedRightly(forum);
            }
        }
        assertThat(undone).as("failed flushes").isPositive();
    }

    /** Make all durable: what a removed thread held counts until its removal is. */
    private static void settle(Session host) {
        host.create(name("settled"));
        done(host.post(name("settled"), text("all before this is durable, too")));
        host.sync();
    }

    private static void compactSometimes(TestForum forum, Random random) throws Exception {
        switch (random.nextInt(6)) {
            case 0 -> compact(forum);
            case 1 -> Restart.fromTheJournal(forum);
            case 2 -> forum.reopen();
            default -> {}
        }
    }

    /** Compare once the texts of removed threads are free, which takes a moment. */
    private static void assertCountedRightly(TestForum forum) {
        FsStorage storage = (FsStorage) forum.storage();
        Map<String, Holding> shown = shown(forum.as("reader"));
        for (String user : new String[] {"yoda", "luke", "leia", "mod"}) {
            Holding expected = shown.getOrDefault(user, Holding.NOTHING);
            Holding counted = counted(storage, user);
            while (counted.messageBytes() > expected.messageBytes()) {
                Thread.onSpinWait();
                counted = counted(storage, user);
            }
            assertThat(counted).as(user).isEqualTo(expected);
        }
    }

    private static Holding counted(FsStorage storage, String user) {
        return storage.read(() -> storage.state().holdings.of(name(user)));
    }

    private static Map<String, Holding> shown(Session reader) {
        Map<String, Holding> all = new HashMap<>();
        for (ForumThread thread : reader.threads()) {
            all.merge(thread.owner().value(), new Holding(1, 0, 0, 0), HoldingsTest::sum);
            entries(done(reader.read(thread.title(), Range.ALL)))
                    .forEach(entry -> all.merge(
                            entry.author().value(),
                            switch (entry) {
                                case Message message ->
                                    new Holding(
                                            0,
                                            Messages.OVERHEAD + message.text().length(),
                                            0,
                                            0);
                                case Attachment file -> new Holding(0, 0, 1, file.size());
                            },
                            HoldingsTest::sum));
        }
        return all;
    }

    private static Holding sum(Holding a, Holding b) {
        return new Holding(
                a.threads() + b.threads(),
                a.messageBytes() + b.messageBytes(),
                a.files() + b.files(),
                a.fileBytes() + b.fileBytes());
    }

    private static Capacity messages(long space) {
        return Capacity.UNLIMITED.with(new Messages(0, space));
    }
}
