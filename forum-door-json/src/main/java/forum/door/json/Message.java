package forum.door.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that the client has sent.
 *
 * @param fields those that are strings or numbers, as they are written
 */
record Message(Map<String, String> fields) {

    String type() {
        return fields.getOrDefault("type", "");
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Give those of the fields that are there, in the order of their names. */
    List<String> values(List<String> names) {
        return names.stream().map(this::field).flatMap(Optional::stream).toList();
    }
}
