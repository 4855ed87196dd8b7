package forum.testkit.storage;

import static forum.testkit.storage.Answers.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import forum.api.storage.Credentials;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State how credentials are kept. */
public interface CredentialsContract extends StorageUnderTest {

    @Test
    default void aNewStorageKnowsNobody(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            assertThat(forum.storage().credentials().names()).isEmpty();
            assertThat(forum.storage().credentials().find(name("yoda"))).isEmpty();
        }
    }

    @Test
    default void anAddedUserIsFound(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Credentials credentials = forum.storage().credentials();
            assertThat(credentials.add(name("yoda"), "$argon2id$v=19$m=1,t=2 with spaces = é"))
                    .isTrue();
            assertThat(credentials.add(name("yoda"), "other")).isFalse();
            assertThat(credentials.find(name("yoda"))).contains("$argon2id$v=19$m=1,t=2 with spaces = é");
            assertThat(credentials.find(name("Yoda"))).isEmpty();
        }
    }

    @Test
    default void usersAreListedInTheOrderInWhichTheyCame(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Credentials credentials = forum.storage().credentials();
            for (String user : List.of("c", "a", "b")) {
                credentials.add(name(user), user);
            }
            credentials.replace(name("c"), "c", "new");
            assertThat(credentials.names()).containsExactly(name("c"), name("a"), name("b"));
            forum.reopen();
            assertThat(forum.storage().credentials().names()).containsExactly(name("c"), name("a"), name("b"));
        }
    }

    @Test
    default void aCredentialIsReplacedIfItIsTheExpectedOne(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Credentials credentials = forum.storage().credentials();
            credentials.add(name("yoda"), "old");
            assertThat(credentials.replace(name("yoda"), "wrong", "new")).isFalse();
            assertThat(credentials.replace(name("luke"), "old", "new")).isFalse();
            assertThat(credentials.find(name("yoda"))).contains("old");
            assertThat(credentials.replace(name("yoda"), "old", "new")).isTrue();
            assertThat(credentials.find(name("yoda"))).contains("new");
            assertThat(credentials.names()).containsExactly(name("yoda"));
        }
    }

    @Test
    default void aUserIsRemovedIfTheCredentialIsTheExpectedOne(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Credentials credentials = forum.storage().credentials();
            credentials.add(name("yoda"), "old");
            assertThat(credentials.remove(name("yoda"), "wrong")).isFalse();
            assertThat(credentials.remove(name("luke"), "old")).isFalse();
            assertThat(credentials.remove(name("yoda"), "old")).isTrue();
            assertThat(credentials.find(name("yoda"))).isEmpty();
            assertThat(credentials.add(name("yoda"), "again")).isTrue();
        }
    }

    @Test
    default void credentialsSurvive(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Credentials credentials = forum.storage().credentials();
            credentials.add(name("yoda"), "1");
            credentials.add(name("日本"), "two words");
            credentials.add(name("gone"), "3");
            credentials.replace(name("yoda"), "1", "one");
            credentials.remove(name("gone"), "3");
            forum.reopen();
            Credentials reopened = forum.storage().credentials();
            assertThat(reopened.find(name("yoda"))).contains("one");
            assertThat(reopened.find(name("日本"))).contains("two words");
            assertThat(reopened.names()).containsExactly(name("yoda"), name("日本"));
        }
    }

    @Test
    default void aCredentialOfTwoLinesIsNotTaken(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            Credentials credentials = forum.storage().credentials();
            assertThatIllegalArgumentException().isThrownBy(() -> credentials.add(name("yoda"), "a\nroot secret"));
            credentials.add(name("yoda"), "a");
            assertThatIllegalArgumentException().isThrownBy(() -> credentials.replace(name("yoda"), "a", "b\r"));
            assertThat(credentials.find(name("yoda"))).contains("a");
            assertThat(credentials.names()).hasSize(1);
        }
    }

    @Test
    default void ofTwentyWhoRaceForOneNameOneSucceeds(@TempDir Path folder) throws Exception {
        try (TestForum forum = open(folder);
                ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                String user = "user" + round;
                List<Callable<Boolean>> race = IntStream.range(0, 20)
                        .<Callable<Boolean>>mapToObj(
                                i -> () -> forum.storage().credentials().add(name(user), "of " + i))
                        .toList();
                List<Future<Boolean>> results = racers.invokeAll(race);
                List<Integer> winners = IntStream.range(0, 20)
                        .filter(i -> results.get(i).resultNow())
                        .boxed()
                        .toList();
                assertThat(winners).hasSize(1);
                assertThat(forum.storage().credentials().find(name(user))).contains("of " + winners.getFirst());
            }
        }
    }
}
