package forum.server.connection;

import forum.api.wire.WireOutput;

/** Write what a connection is told when the server shuts down, so that its client understands it. */
final class Farewell {

    private static final String DISMISSAL = "Goodbye. You were logged out";

    private Farewell() {}

    /**
     * Tell a user; a stranger is told nothing.
     *
     * @param withinRequest whether the client waits for a reply that will not come
     */
    static WireOutput of(Conversation conversation, boolean withinRequest) {
        WireOutput words = new WireOutput();
        words.protocol(conversation.out().protocol());
        conversation
                .subscription()
                .ifPresent(subscription -> conversation
                        .hub()
                        .news()
                        .shutdown(subscription, Hub.FAREWELL)
                        .forEach(item -> Pusher.write(item, words)));
        say(Hub.FAREWELL, conversation, withinRequest, words);
        return words;
    }

    /** Tell a user who is logged out by somebody else. */
    static WireOutput ofDismissed(Conversation conversation, boolean withinRequest) {
        WireOutput words = new WireOutput();
        words.protocol(conversation.out().protocol());
        say(DISMISSAL, conversation, withinRequest, words);
        return words;
    }

    private static void say(String text, Conversation conversation, boolean withinRequest, WireOutput words) {
        if (conversation.member().isEmpty()) {
            return;
        }
        if (words.protocol() == 3) {
            words.push(2);
            words.bulk("shutdown");
            words.bulk(text);
        } else if (withinRequest) {
            words.error("SHUTDOWN", text);
        } else if (!conversation.onlyListens()) {
            words.simple(text);
        }
    }
}
