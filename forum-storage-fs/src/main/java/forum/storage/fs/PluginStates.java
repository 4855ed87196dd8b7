package forum.storage.fs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hold the plugins' own state in memory. Guarded by the forum's lock. */
final class PluginStates {

    private final Map<String, State> states = new HashMap<>();

    byte @Nullable [] read(String plugin, String key) {
        return state(plugin).values.get(key);
    }

    List<String> keys(String plugin, String prefix) {
        return state(plugin).values.tailMap(prefix).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .toList();
    }

    /** List the plugins that have any, sorted. */
    List<String> plugins() {
        return states.entrySet().stream()
                .filter(state -> !state.getValue().values.isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Tell up to where the journal must be durable for what is seen of a plugin's state. */
    long position(String plugin) {
        return state(plugin).position;
    }

    void position(String plugin, long position) {
        state(plugin).position = position;
    }

    Effect put(String plugin, String key, byte[] value) {
        State state = state(plugin);
        return undo(state, key, state.values.put(key, value));
    }

    Effect remove(String plugin, String key) {
        State state = state(plugin);
        return undo(state, key, state.values.remove(key));
    }

    void clear() {
        states.clear();
    }

    private static Effect undo(State state, String key, byte @Nullable [] before) {
        return () -> {
            if (before == null) {
                state.values.remove(key);
            } else {
                state.values.put(key, before);
            }
        };
    }

    private State state(String plugin) {
        return states.computeIfAbsent(plugin, unknown -> new State());
    }

    private static final class State {
        private final TreeMap<String, byte[]> values = new TreeMap<>();
        private long position;
    }
}
