package forum.storage.fs;

import forum.api.Name;
import forum.api.storage.Capacity.Holding;
import forum.api.storage.Capacity.Messages;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Count what each user has, and what is on its way from them, so that what they may have can be bounded. Guarded by the
 * forum's lock.
 */
final class Holdings {

    private final Names names;
    private final Map<Name, Holding> byUser = new HashMap<>();
    private final Set<Arriving> arriving = new HashSet<>();

    /** Bytes of messages, by the author's number: there are too many messages to make an object for each. */
    private long[] messages = new long[16];

    Holdings(Names names) {
        this.names = names;
    }

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
        Holding holding = counted(user);
        int author = names.find(user);
        return author < 0 || author >= messages.length ? holding : holding.messages(messages[author]);
    }

    /** Count a thread of a user more, or less. */
    void thread(Name owner, int more) {
        put(owner, counted(owner).threads(more));
    }

    /** Count a message, or no longer; an entry that is none, or one without a text as yet, counts nothing. */
    void message(int author, long place, int sign) {
        if (Place.isFile(place) || place == Place.NO_TEXT) {
            return;
        }
        if (author >= messages.length) {
            messages = Arrays.copyOf(messages, Math.max(author + 1, messages.length * 2));
        }
        messages[author] += sign * (Messages.OVERHEAD + Place.length(place));
    }

    /** Count a file of a user more, or less. */
    void file(Name author, int more, long bytes) {
        put(author, counted(author).files(more, bytes));
    }

    /** Count a file that begins to arrive. */
    Arriving arriving(Name author, long size) {
        Arriving file = new Arriving(author, size);
        arriving.add(file);
        file(author, 1, size);
        return file;
    }

    private Holding counted(Name user) {
        return byUser.getOrDefault(user, Holding.NOTHING);
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
        Arrays.fill(messages, 0);
        arriving.clear();
    }
}
