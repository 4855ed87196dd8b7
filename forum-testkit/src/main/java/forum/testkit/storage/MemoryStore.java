package forum.testkit.storage;

import forum.api.command.PluginStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Keep a plugin's state in a sorted map. */
record MemoryStore(MemoryForum forum, String plugin) implements PluginStore {

    @Override
    public Optional<byte[]> read(String key) {
        synchronized (forum) {
            return Optional.ofNullable(state().get(key)).map(byte[]::clone);
        }
    }

    @Override
    public void write(String key, byte[] value) {
        requireWithinLimits(key, value);
        synchronized (forum) {
            state().put(key, value.clone());
        }
    }

    @Override
    public void remove(String key) {
        synchronized (forum) {
            state().remove(key);
        }
    }

    @Override
    public boolean replace(String key, Optional<byte[]> expected, byte[] value) {
        requireWithinLimits(key, value);
        synchronized (forum) {
            boolean asExpected = Arrays.equals(state().get(key), expected.orElse(null));
            if (asExpected) {
                state().put(key, value.clone());
            }
            return asExpected;
        }
    }

    @Override
    public List<String> keys(String prefix) {
        synchronized (forum) {
            return state().tailMap(prefix).keySet().stream()
                    .takeWhile(key -> key.startsWith(prefix))
                    .toList();
        }
    }

    private TreeMap<String, byte[]> state() {
        return forum.plugins.computeIfAbsent(plugin, unknown -> new TreeMap<>());
    }

    private static void requireWithinLimits(String key, byte[] value) {
        int length = key.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > MAX_KEY_BYTES) {
            throw new IllegalArgumentException("A key has 1 to " + MAX_KEY_BYTES + " bytes, not " + length);
        }
        if (value.length > MAX_VALUE_BYTES) {
            throw new IllegalArgumentException("A value has at most " + MAX_VALUE_BYTES + " bytes");
        }
    }
}
