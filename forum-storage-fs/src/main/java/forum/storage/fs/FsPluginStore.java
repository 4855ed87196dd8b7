package forum.storage.fs;

import forum.api.command.PluginStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keep a plugin's state in the forum's journal, for the session that asks. */
record FsPluginStore(FsStorage storage, FsSession session, String plugin) implements PluginStore {

    @Override
    public Optional<byte[]> read(String key) {
        return storage.read(() -> Optional.ofNullable(value(key)).map(byte[]::clone));
    }

    @Override
    public void write(String key, byte[] value) {
        requireWithinLimits(key, value);
        storage.changePlugin(() -> Optional.of(new Change.Stored(plugin, key, value.clone())), this::touched);
    }

    @Override
    public void remove(String key) {
        storage.changePlugin(
                () -> Optional.ofNullable(value(key)).map(present -> new Change.Dropped(plugin, key)), this::touched);
    }

    @Override
    public boolean replace(String key, Optional<byte[]> expected, byte[] value) {
        requireWithinLimits(key, value);
        return storage.changePlugin(
                () -> Arrays.equals(value(key), expected.orElse(null))
                        ? Optional.of(new Change.Stored(plugin, key, value.clone()))
                        : Optional.empty(),
                this::touched);
    }

    @Override
    public List<String> keys(String prefix) {
        return storage.read(() -> {
            session.touch(storage.state().plugins.position(plugin));
            return storage.state().plugins.keys(plugin, prefix);
        });
    }

    private byte @Nullable [] value(String key) {
        session.touch(storage.state().plugins.position(plugin));
        return storage.state().plugins.read(plugin, key);
    }

    private void touched(long position) {
        storage.state().plugins.position(plugin, position);
        session.touch(position);
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
