package forum.storage.fs;

import forum.api.Name;
import forum.api.storage.Capacity.Holding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Count what each user has, and what is on its way from them, so that what they may have can be bounded. Guarded by the
 * forum's lock.
 */
final class Holdings {

    private final Map<Name, Holding> byUser = new HashMap<>();
    private final Set<Arriving> arriving = new HashSet<>();

    /** A file that is on its way. */
    final class Arriving {

        private final Name user;
        private final long size;

        private Arriving(Name user, long size) {
            this.user = user;
            this.size = size;
        }

        /** Count it no longer: it has come, or will not. */
        void end() {
            if (arriving.remove(this)) {
                file(user, -1, -size);
            }
        }
    }

    Holding of(Name user) {
        return byUser.getOrDefault(user, Holding.NOTHING);
    }

    /** Count a thread of a user more, or less. */
    void thread(Name owner, int more) {
        put(owner, of(owner).threads(more));
    }

    /** Count a file of a user more, or less. */
    void file(Name author, int more, long bytes) {
        put(author, of(author).files(more, bytes));
    }

    /** Count a file that begins to arrive. */
    Arriving arriving(Name author, long size) {
        Arriving file = new Arriving(author, size);
        arriving.add(file);
        file(author, 1, size);
        return file;
    }

    private void put(Name user, Holding holding) {
        if (holding.equals(Holding.NOTHING)) {
            byUser.remove(user);
        } else {
            byUser.put(user, holding);
        }
    }

    /** Forget what is there. */
    void clear() {
        byUser.clear();
        arriving.clear();
    }
}
