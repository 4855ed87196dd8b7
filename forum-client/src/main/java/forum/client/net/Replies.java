package forum.client.net;

import forum.api.wire.WireValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Give each reply to the request that it answers: the oldest that still waits.
 *
 * <p>A subscription is answered by a push, as Redis does; its refusal is a reply like any other. Thread-safe.
 */
final class Replies {

    private record Waiting(CompletableFuture<WireValue> reply, boolean forSubscription) {

        boolean takes(WireValue answer) {
            return !forSubscription || answer instanceof WireValue.Failure;
        }
    }

    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** Wait for a reply to a request that is about to be written. */
    synchronized CompletableFuture<WireValue> expect(Request request) {
        CompletableFuture<WireValue> reply = new CompletableFuture<>();
        waiting.add(new Waiting(reply, request.words().getFirst().endsWith("SUBSCRIBE")));
        return reply;
    }

    /** Take a reply; false when nobody waits for such a one. */
    boolean arrived(WireValue reply) {
        Waiting oldest;
        synchronized (this) {
            oldest = waiting.peek() instanceof Waiting next && next.takes(reply) ? waiting.poll() : null;
        }
        if (oldest != null) {
            oldest.reply().complete(reply);
        }
        return oldest != null;
    }

    /** Take the push that confirms a subscription. */
    void confirmed(List<WireValue> elements) {
        Waiting oldest;
        synchronized (this) {
            oldest = waiting.peek() instanceof Waiting next && next.forSubscription() ? waiting.poll() : null;
        }
        if (oldest != null) {
            oldest.reply().complete(new WireValue.Array(elements));
        }
    }

    /** Disappoint all that wait. */
    void failed(ConnectionException why) {
        List<Waiting> all;
        synchronized (this) {
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(one -> one.reply().completeExceptionally(why));
    }
}
