package forum.storage.fs;

import forum.api.Name;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Number the authors, so that an entry needs four bytes for its own. Guarded by the forum's lock, but for arrays. */
final class Names {

    private static final int RECENT = 256;

    private final Map<String, Integer> numbers = new HashMap<>();
    private Name[] names = new Name[16];
    private final @Nullable Recent[] recent = new Recent[RECENT];

    /** Remember how a name is spelled in a record. */
    private record Recent(byte[] bytes, int number) {

        boolean isNext(FieldReader source, int length) {
            return Arrays.equals(bytes, 0, bytes.length, source.array(), source.at(), source.at() + length);
        }
    }

    int number(Name name) {
        Integer known = numbers.get(name.value());
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == names.length) {
            names = Arrays.copyOf(names, number * 2);
        }
        names[number] = name;
        numbers.put(name.value(), number);
        return number;
    }

    /** Find the number of a name; less than 0 if it has none. */
    int find(Name name) {
        return numbers.getOrDefault(name.value(), -1);
    }

    /** Read a name, and give its number; without an object for one that was read lately. */
    int number(FieldReader source) {
        int length = source.length();
        int slot = length == 0 ? 0 : source.peek() + source.array()[source.at() + length - 1] & RECENT - 1;
        Recent known = recent[slot];
        if (known != null && known.isNext(source, length)) {
            source.skip(length);
            return known.number;
        }
        byte[] bytes = source.bytes(length);
        int number = number(new Name(new String(bytes, StandardCharsets.UTF_8)));
        recent[slot] = new Recent(bytes, number);
        return number;
    }

    long count() {
        return numbers.size();
    }

    Name name(int number) {
        return names[number];
    }

    /** Show the names that are known now; what is in the array never changes. */
    Name[] view() {
        return names;
    }
}
