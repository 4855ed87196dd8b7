package forum.server.connection;

import forum.api.wire.WireOutput;

/** Write what a connection is told when the server shuts down, so that its client understands it. */
final class Farewell {

    private Farewell() {}

    /**
     * Tell a user; a stranger is told nothing.
     *
     * @param withinRequest whether the client waits for a reply that will not come
     */
    static WireOutput of(Conversation conversation, boolean withinRequest) {
        WireOutput words = new WireOutput();
        words.protocol(conversation.out().protocol());
        if (conversation.member().isEmpty()) {
            return words;
        }
        conversation
                .subscription()
                .ifPresent(subscription -> conversation
                        .hub()
                        .news()
                        .shutdown(subscription, Hub.FAREWELL)
                        .forEach(item -> Pusher.write(item, words)));
        if (words.protocol() == 3) {
            words.push(2);
            words.bulk("shutdown");
            words.bulk(Hub.FAREWELL);
        } else if (withinRequest) {
            words.error("SHUTDOWN", Hub.FAREWELL);
        } else if (!conversation.onlyListens()) {
            words.simple(Hub.FAREWELL);
        }
        return words;
    }
}
