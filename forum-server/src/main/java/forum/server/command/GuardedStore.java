package forum.server.command;

import forum.api.command.PluginStore;
import java.util.List;
import java.util.Optional;

/** Give a plugin its part of the storage, only while its call lasts. */
record GuardedStore(PluginStore store, Lease lease) implements PluginStore {

    @Override
    public Optional<byte[]> read(String key) {
        return granted().read(key);
    }

    @Override
    public void write(String key, byte[] value) {
        granted().write(key, value);
    }

    @Override
    public void remove(String key) {
        granted().remove(key);
    }

    @Override
    public boolean replace(String key, Optional<byte[]> expected, byte[] value) {
        return granted().replace(key, expected, value);
    }

    @Override
    public List<String> keys(String prefix) {
        return granted().keys(prefix);
    }

    private PluginStore granted() {
        lease.require();
        return store;
    }
}
