package forum.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import forum.api.command.PluginStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State how a plugin's own state is kept. */
public interface PluginStoreContract extends StorageUnderTest {

    @Test
    default void aPluginReadsWhatItWrote(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            PluginStore store = forum.as("yoda").store("polls");
            assertThat(store.read("a")).isEmpty();
            store.write("a", bytes("1"));
            store.write("a", bytes("2"));
            store.write("empty", bytes(""));
            assertThat(store.read("a")).contains(bytes("2"));
            assertThat(forum.as("luke").store("polls").read("a")).contains(bytes("2"));
            assertThat(store.read("empty")).contains(bytes(""));
            store.remove("a");
            store.remove("never there");
            assertThat(store.read("a")).isEmpty();
        }
    }

    @Test
    default void aPluginsStateSurvives(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            PluginStore store = forum.as("yoda").store("polls");
            store.write("kept", bytes("1"));
            store.write("over", bytes("old"));
            store.write("over", bytes("new"));
            store.write("gone", bytes("2"));
            store.remove("gone");
            forum.reopen();
            assertThat(forum.as("yoda").store("polls").keys("")).containsExactly("kept", "over");
            assertThat(forum.as("yoda").store("polls").read("over")).contains(bytes("new"));
        }
    }

    @Test
    default void pluginsSeeOnlyTheirOwnKeys(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            forum.as("yoda").store("a").write("key", bytes("1"));
            PluginStore other = forum.as("yoda").store("b");
            assertThat(other.read("key")).isEmpty();
            assertThat(other.keys("")).isEmpty();
            other.remove("key");
            assertThat(other.replace("key", Optional.empty(), bytes("2"))).isTrue();
            assertThat(forum.as("yoda").store("a").read("key")).contains(bytes("1"));
        }
    }

    @Test
    default void keysAreListedByPrefixAndSorted(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            PluginStore store = forum.as("yoda").store("polls");
            for (String key : List.of("b/2", "a", "b/10", "b", "c", "b/é")) {
                store.write(key, bytes(key));
            }
            assertThat(store.keys("b/")).containsExactly("b/10", "b/2", "b/é");
            assertThat(store.keys("")).containsExactly("a", "b", "b/10", "b/2", "b/é", "c");
            assertThat(store.keys("d")).isEmpty();
        }
    }

    @Test
    default void replaceWritesOnlyOverWhatIsExpected(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            PluginStore store = forum.as("yoda").store("polls");
            assertThat(store.replace("k", Optional.of(bytes("1")), bytes("2"))).isFalse();
            assertThat(store.replace("k", Optional.empty(), bytes("1"))).isTrue();
            assertThat(store.replace("k", Optional.empty(), bytes("2"))).isFalse();
            assertThat(store.replace("k", Optional.of(bytes("0")), bytes("2"))).isFalse();
            assertThat(store.read("k")).contains(bytes("1"));
            assertThat(store.replace("k", Optional.of(bytes("1")), bytes("2"))).isTrue();
            assertThat(store.read("k")).contains(bytes("2"));
        }
    }

    @Test
    default void whatIsWrittenIsACopy(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            PluginStore store = forum.as("yoda").store("polls");
            byte[] value = bytes("abc");
            store.write("k", value);
            value[0] = 'X';
            store.read("k").orElseThrow()[1] = 'X';
            assertThat(store.read("k")).contains(bytes("abc"));
        }
    }

    @Test
    default void theLimitsOfKeysAndValuesHold(@TempDir Path folder) {
        try (TestForum forum = open(folder)) {
            PluginStore store = forum.as("yoda").store("polls");
            String longest = "é".repeat(PluginStore.MAX_KEY_BYTES / 2);
            byte[] largest = new byte[PluginStore.MAX_VALUE_BYTES];
            store.write(longest, largest);
            assertThat(store.read(longest)).contains(largest);
            for (String bad : List.of("", longest + "x")) {
                assertThatIllegalArgumentException().isThrownBy(() -> store.write(bad, bytes("1")));
                assertThatIllegalArgumentException().isThrownBy(() -> store.replace(bad, Optional.empty(), bytes("1")));
                assertThat(store.read(bad)).isEmpty();
                store.remove(bad);
            }
            byte[] tooLarge = new byte[PluginStore.MAX_VALUE_BYTES + 1];
            assertThatIllegalArgumentException().isThrownBy(() -> store.write("k", tooLarge));
            assertThatIllegalArgumentException().isThrownBy(() -> store.replace("k", Optional.empty(), tooLarge));
            assertThat(store.keys("")).containsExactly(longest);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
