package forum.server.news;

import forum.api.Name;
import forum.api.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keep what was told to users who are logged in but do not listen yet: a client subscribes after its login, and a plugin
 * that greets is faster. The last few lines for each. Thread-safe.
 */
final class Whispers {

    private static final int MOST_LINES = 16;
    private static final int LONGEST_LINE = 16 * 1024;

    /** What waits for one user, and how many connections the user has. */
    private static final class Waiting {
        private int connections;
        private final Deque<byte[]> payloads = new ArrayDeque<>(0);
    }

    private final Map<Name, Waiting> users = new HashMap<>();

    synchronized void came(Name user) {
        users.computeIfAbsent(user, _ -> new Waiting()).connections++;
    }

    synchronized void left(Name user) {
        Waiting waiting = users.get(user);
        if (waiting != null && --waiting.connections == 0) {
            users.remove(user);
        }
    }

    synchronized void keep(Name user, byte[] payload) {
        Waiting waiting = users.get(user);
        if (waiting != null) {
            waiting.payloads.add(payload);
            if (waiting.payloads.size() > MOST_LINES) {
                waiting.payloads.remove();
            }
        }
    }

    synchronized List<byte[]> take(Name user) {
        Waiting waiting = users.get(user);
        if (waiting == null) {
            return List.of();
        }
        List<byte[]> payloads = List.copyOf(waiting.payloads);
        waiting.payloads.clear();
        return payloads;
    }

    /** Cut a line that is too long to be kept by the dozen. */
    static Text cut(Text line) {
        byte[] bytes = line.bytes();
        return bytes.length <= LONGEST_LINE
                ? line
                : Text.of(new String(bytes, 0, LONGEST_LINE, StandardCharsets.UTF_8) + "…");
    }
}
