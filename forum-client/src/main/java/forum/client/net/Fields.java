package forum.client.net;

import forum.api.wire.WireValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Look into a map that the server sent; whatever is missing or of another type is simply not there.
 *
 * <p>Every start comes through here, so there is no switch over types (docs/adr/0205).
 */
public final class Fields {

    private final Map<String, WireValue> values;

    private Fields(Map<String, WireValue> values) {
        this.values = values;
    }

    /** Look into a map, or an array of keys and values. */
    public static Fields of(WireValue value) {
        Map<String, WireValue> values = new LinkedHashMap<>();
        if (value instanceof WireValue.Dictionary(List<WireValue.Pair> pairs)) {
            pairs.forEach(p -> text(p.key()).ifPresent(key -> values.put(key, p.value())));
        } else if (value instanceof WireValue.Array(List<WireValue> elements)) {
            for (int i = 0; i + 1 < elements.size(); i += 2) {
                WireValue found = elements.get(i + 1);
                text(elements.get(i)).ifPresent(key -> values.put(key, found));
            }
        }
        return new Fields(values);
    }

    /** Read a string, of whichever type of string. */
    public static Optional<String> text(WireValue value) {
        if (value instanceof WireValue.Bulk bulk) {
            return Optional.of(bulk.text());
        }
        return value instanceof WireValue.Simple(String line) ? Optional.of(line) : Optional.empty();
    }

    /** List the elements of an array or a set; none of anything else. */
    public static List<WireValue> elements(WireValue value) {
        if (value instanceof WireValue.Array(List<WireValue> elements)) {
            return elements;
        }
        return value instanceof WireValue.Group(List<WireValue> elements) ? elements : List.of();
    }

    /** Give all, in the order in which they came. */
    public Map<String, WireValue> all() {
        return values;
    }

    /** Give a value. */
    public Optional<WireValue> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Give a string. */
    public Optional<String> text(String key) {
        return value(key).flatMap(Fields::text);
    }

    /** Give a string, or an empty one. */
    public String textOrEmpty(String key) {
        return text(key).orElse("");
    }

    /** Give a number. */
    public OptionalLong number(String key) {
        return value(key).orElse(null) instanceof WireValue.Number(long number)
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }

    /** Tell whether a boolean is there and true. */
    public boolean isTrue(String key) {
        WireValue value = value(key).orElse(new WireValue.Nil());
        return value instanceof WireValue.Bool(boolean bool)
                ? bool
                : number(key).orElse(0) != 0;
    }

    /** Give the elements of an array. */
    public List<WireValue> list(String key) {
        return value(key).map(Fields::elements).orElse(List.of());
    }
}
