package forum.storage.fs;

import forum.api.Name;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Number the authors, so that an entry needs four bytes for its own. Guarded by the forum's lock, but for arrays. */
final class Names {

    private final Map<String, Integer> numbers = new HashMap<>();
    private Name[] names = new Name[16];

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
