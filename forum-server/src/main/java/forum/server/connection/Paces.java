package forum.server.connection;

import forum.api.Name;
import forum.api.Refusal;
import forum.server.Limits;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Hold each user's pace, over all their connections. Thread-safe. */
final class Paces {

    private static final int MANY = 10_000;

    private final Limits limits;
    private final Map<Name, Pace> byUser = new ConcurrentHashMap<>();

    Paces(Limits limits) {
        this.limits = limits;
    }

    /** Refuse a request that comes too fast. */
    Optional<Refusal> refusal(Name user) {
        if (limits.requestsPerSecond() == 0 || pace(user).allows()) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                "THROTTLED",
                "Too many requests: " + limits.requestsPerSecond() + " a second, " + limits.burst() + " at once"));
    }

    private Pace pace(Name user) {
        Pace known = byUser.get(user);
        if (known != null) {
            return known;
        }
        if (byUser.size() >= MANY) {
            byUser.values().removeIf(Pace::isFull);
        }
        return byUser.computeIfAbsent(user, _ -> new Pace(limits));
    }
}
