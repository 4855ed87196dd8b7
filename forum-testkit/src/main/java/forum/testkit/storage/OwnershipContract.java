package forum.testkit.storage;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.lines;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.refused;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Message;
import forum.api.Refusal;
import forum.api.storage.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State who may change what. */
public interface OwnershipContract extends StorageUnderTest {

    @Test
    default void editByAnotherUserIsRefused(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("luke").create(name("jedi")));
            done(forum.as("yoda").post(name("jedi"), text("hi")));
            assertThat(refused(forum.as("luke").edit(name("jedi"), number(1), text(""))))
                    .isEqualTo(Refusal.notEditable());
            assertThat(lines(forum.as("luke"), "jedi")).containsExactly("1 yoda: hi");
        }
    }

    @Test
    default void deleteByAnotherUserIsRefused(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("luke").create(name("jedi")));
            done(forum.as("yoda").post(name("jedi"), text("hi")));
            assertThat(refused(forum.as("luke").delete(name("jedi"), number(1))))
                    .isEqualTo(Refusal.notDeletable());
            assertThat(lines(forum.as("luke"), "jedi")).containsExactly("1 yoda: hi");
        }
    }

    @Test
    default void removalByAnotherUserIsRefused(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("luke").create(name("jedi")));
            assertThat(refused(forum.as("yoda").remove(name("jedi")))).isEqualTo(Refusal.notRemovable(name("jedi")));
            assertThat(forum.as("yoda").thread(name("jedi"))).isPresent();
        }
    }

    @Test
    default void usersDifferByCase(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("luke").create(name("jedi")));
            assertThat(refused(forum.as("Luke").remove(name("jedi"))).code()).isEqualTo("NOTOWNER");
        }
    }

    @Test
    default void anUnrestrictedActorChangesWhatOthersOwn(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            done(forum.as("luke").create(name("jedi")));
            done(forum.as("luke").post(name("jedi"), text("a")));
            done(forum.as("luke").post(name("jedi"), text("b")));
            Session moderator = forum.asUnrestricted("yoda");
            Message edited = done(moderator.edit(name("jedi"), number(1), text("moderated")));
            assertThat(edited.author()).isEqualTo(name("luke"));
            done(moderator.delete(name("jedi"), number(2)));
            assertThat(lines(moderator, "jedi")).containsExactly("1 luke: moderated");
            assertThat(done(moderator.remove(name("jedi"))).owner()).isEqualTo(name("luke"));
        }
    }
}
