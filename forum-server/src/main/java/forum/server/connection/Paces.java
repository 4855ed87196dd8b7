package forum.server.connection;

import forum.api.Refusal;
import forum.server.Limits;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Hold each user's pace, over all their connections, and that of the strangers from each network. Thread-safe. */
final class Paces {

    private static final int MANY = 10_000;

    private final Limits limits;
    private final Map<Object, Pace> paces = new ConcurrentHashMap<>();

    Paces(Limits limits) {
        this.limits = limits;
    }

    /** Refuse a request that comes too fast. */
    Optional<Refusal> refusal(Conversation conversation) {
        Object who = conversation.member().<Object>map(Member::user).orElse(conversation.source());
        if (limits.requestsPerSecond() == 0 || pace(who).allows()) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                "THROTTLED",
                "Too many requests: " + limits.requestsPerSecond() + " a second, " + limits.burst() + " at once"));
    }

    private Pace pace(Object who) {
        Pace known = paces.get(who);
        if (known != null) {
            return known;
        }
        if (paces.size() >= MANY) {
            paces.values().removeIf(Pace::isFull);
        }
        return paces.computeIfAbsent(who, _ -> new Pace(limits));
    }
}
