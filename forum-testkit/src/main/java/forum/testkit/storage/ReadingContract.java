package forum.testkit.storage;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.id;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.range;
import static forum.testkit.storage.Answers.refused;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Entry;
import forum.api.Page;
import forum.api.Range;
import forum.api.Refusal;
import forum.api.storage.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State what a range selects and what a page shows. */
public interface ReadingContract extends StorageUnderTest {

    @Test
    default void anUnknownThreadCannotBeRead(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            assertThat(refused(forum.as("yoda").read(name("jedi"), Range.ALL)))
                    .isEqualTo(Refusal.noThread(name("jedi")));
        }
    }

    @Test
    default void aRangeSelectsAsLrangeDoes(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = filled(forum);
            assertThat(lines(done(yoda.read(name("jedi"), range(0, 1))))).containsExactly("1 yoda: a", "2 yoda: b");
            assertThat(lines(done(yoda.read(name("jedi"), range(1, 2)))))
                    .containsExactly("2 yoda: b", "yoda uploaded f");
            assertThat(lines(done(yoda.read(name("jedi"), range(-2, -1)))))
                    .containsExactly("yoda uploaded f", "3 yoda: c");
            assertThat(lines(done(yoda.read(name("jedi"), range(-50, -1))))).hasSize(4);
            assertThat(lines(done(yoda.read(name("jedi"), range(3, 100))))).containsExactly("3 yoda: c");
            assertThat(lines(done(yoda.read(name("jedi"), range(2, 1))))).isEmpty();
            assertThat(lines(done(yoda.read(name("jedi"), range(4, 9))))).isEmpty();
            assertThat(lines(done(yoda.read(name("jedi"), range(0, -9))))).isEmpty();
            assertThat(lines(done(yoda.read(name("jedi"), range(Long.MIN_VALUE, Long.MAX_VALUE)))))
                    .hasSize(4);
        }
    }

    @Test
    default void aRangeMayBeBoundById(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = filled(forum);
            List<Entry> all = entries(yoda, "jedi");
            long second = all.get(1).id();
            long file = all.get(2).id();
            assertThat(lines(done(yoda.read(name("jedi"), byId(second, file)))))
                    .containsExactly("2 yoda: b", "yoda uploaded f");
            done(yoda.delete(name("jedi"), id(second)));
            assertThat(lines(done(yoda.read(name("jedi"), byId(second, file))))).containsExactly("yoda uploaded f");
            assertThat(lines(done(yoda.read(name("jedi"), byId(0, second))))).containsExactly("1 yoda: a");
            assertThat(lines(done(yoda.read(name("jedi"), byId(second, Long.MAX_VALUE)))))
                    .containsExactly("yoda uploaded f", "2 yoda: c");
            assertThat(lines(done(yoda.read(name("jedi"), byId(file, second))))).isEmpty();
        }
    }

    @Test
    default void everyRangeOfALongThreadIsRight(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            for (int i = 0; i < 3000; i++) {
                done(yoda.post(name("jedi"), text("m" + i)));
                if (i % 500 == 250) {
                    AttachmentContract.attach(yoda, "jedi", TestUpload.of("f" + i, "x"));
                }
            }
            for (int number = 1; number < 1500; number++) {
                done(yoda.delete(name("jedi"), number(number)));
            }
            List<String> all = lines(yoda, "jedi");
            assertThat(all).hasSize(3000 - 1499 + 6).startsWith("1 yoda: m1", "2 yoda: m3");
            for (int from = 0; from < all.size(); from += 97) {
                for (int length : new int[] {1, 2, 255, 256, 257, 600}) {
                    int to = Math.min(from + length, all.size());
                    assertThat(lines(done(yoda.read(name("jedi"), range(from, to - 1L)))))
                            .isEqualTo(all.subList(from, to));
                }
            }
        }
    }

    @Test
    default void aPageStaysAsItWas(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = filled(forum);
            Page page = done(yoda.read(name("jedi"), Range.ALL));
            List<String> before = lines(page);
            done(yoda.edit(name("jedi"), number(1), text("changed")));
            done(yoda.delete(name("jedi"), number(2)));
            done(yoda.post(name("jedi"), text("more")));
            assertThat(lines(page)).isEqualTo(before);
            done(yoda.remove(name("jedi")));
            assertThat(lines(page)).isEqualTo(before);
            assertThat(page.size()).isEqualTo(4);
            assertThat(page.thread().messages()).isEqualTo(3);
            assertThat(page.thread().files()).isEqualTo(1);
        }
    }

    @Test
    default void aPageOfManyEntriesStaysAsItWas(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Session yoda = forum.as("yoda");
            done(yoda.create(name("jedi")));
            for (int i = 0; i < 1000; i++) {
                done(yoda.post(name("jedi"), text("m" + i)));
            }
            Page page = done(yoda.read(name("jedi"), Range.ALL));
            List<String> before = lines(page);
            for (int i = 0; i < 700; i++) {
                done(yoda.delete(name("jedi"), number(1000 - i - (i % 3) * 50)));
                done(yoda.post(name("jedi"), text("later")));
                done(yoda.edit(name("jedi"), number(i + 1), text("edited")));
            }
            assertThat(lines(page)).isEqualTo(before);
        }
    }

    private static Session filled(TestForum forum) {
        Session yoda = forum.as("yoda");
        done(yoda.create(name("jedi")));
        done(yoda.post(name("jedi"), text("a")));
        done(yoda.post(name("jedi"), text("b")));
        AttachmentContract.attach(yoda, "jedi", TestUpload.of("f", "x"));
        done(yoda.post(name("jedi"), text("c")));
        return yoda;
    }

    private static Range byId(long first, long last) {
        return new Range(new Range.Id(first), new Range.Id(last));
    }
}
