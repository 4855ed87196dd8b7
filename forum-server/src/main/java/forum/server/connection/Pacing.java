package forum.server.connection;

import forum.api.Refusal;
import java.util.Optional;

/** Judge each request of a connection, once, by the pace of its user, or of strangers from there. Not thread-safe. */
final class Pacing {

    private final Optional<Paces> paces;
    private final Conversation conversation;
    private Optional<Refusal> latest = Optional.empty();
    private boolean stands;

    /**
     * Judge what a conversation brings.
     *
     * @param paces what all users are held to, if this one is
     */
    Pacing(Optional<Paces> paces, Conversation conversation) {
        this.paces = paces;
        this.conversation = conversation;
    }

    /** Judge the next request. */
    Optional<Refusal> next() {
        if (!stands) {
            latest = paces.flatMap(p -> p.refusal(conversation));
        }
        stands = false;
        return latest;
    }

    /** Give the judgement on the request before, to which this belongs. */
    Optional<Refusal> latest() {
        return latest;
    }

    /** Take note that the same request will be brought again. */
    void onceMore() {
        stands = true;
    }
}
