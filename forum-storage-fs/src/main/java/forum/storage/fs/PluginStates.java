package forum.storage.fs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hold the plugins' own state in memory. Guarded by the forum's lock. */
final class PluginStates {

    private final Map<String, State> states = new HashMap<>();
    private long bytes;

    byte @Nullable [] read(String plugin, String key) {
        Value value = state(plugin).values.get(key);
        return value == null ? null : value.bytes;
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

    /** Tell how many bytes of the journal a key takes, 0 if it is not there. */
    int size(String plugin, String key) {
        Value value = state(plugin).values.get(key);
        return value == null ? 0 : RecordSize.stored(plugin, key, value.bytes.length);
    }

    /** Tell how many bytes all keys and values have, about. */
    long bytes() {
        return bytes;
    }

    /** Take note that the present value of a key, if there is one, was written in a segment. */
    void written(String plugin, String key, long segment) {
        state(plugin).values.computeIfPresent(key, (same, value) -> new Value(value.bytes, segment));
    }

    /** Tell whether the present value of a key was written in a segment that stands for these numbers. */
    boolean isWrittenIn(String plugin, String key, SegmentHeader segment) {
        Value value = state(plugin).values.get(key);
        return value != null && segment.first() <= value.segment && value.segment <= segment.last();
    }

    Effect put(String plugin, String key, byte[] value) {
        return replace(plugin, key, new Value(value, Long.MAX_VALUE));
    }

    Effect remove(String plugin, String key) {
        return replace(plugin, key, null);
    }

    /** Describe a value, and in which segment it was written. */
    record Stored(long segment, String plugin, String key, byte[] value) {}

    /** List everything. */
    List<Stored> all() {
        List<Stored> all = new ArrayList<>();
        states.forEach((plugin, state) ->
                state.values.forEach((key, value) -> all.add(new Stored(value.segment, plugin, key, value.bytes))));
        return all;
    }

    void restore(long segment, String plugin, String key, byte[] value) {
        exchange(plugin, key, new Value(value, segment));
    }

    void clear() {
        states.clear();
        bytes = 0;
    }

    private Effect replace(String plugin, String key, @Nullable Value after) {
        Value before = exchange(plugin, key, after);
        return () -> exchange(plugin, key, before);
    }

    private @Nullable Value exchange(String plugin, String key, @Nullable Value after) {
        bytes -= size(plugin, key);
        TreeMap<String, Value> values = state(plugin).values;
        Value before = after == null ? values.remove(key) : values.put(key, after);
        bytes += size(plugin, key);
        return before;
    }

    private State state(String plugin) {
        return states.computeIfAbsent(plugin, unknown -> new State());
    }

    private record Value(byte[] bytes, long segment) {}

    private static final class State {
        private final TreeMap<String, Value> values = new TreeMap<>();
        private long position;
    }
}
