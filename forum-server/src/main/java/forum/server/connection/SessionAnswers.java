package forum.server.connection;

import forum.api.Refusal;
import forum.api.storage.StorageException;
import forum.server.command.Faults;
import forum.server.news.Subscription;
import java.io.IOException;
import java.util.Locale;

/** Answer the words of the session. Belongs to the connection's thread. */
final class SessionAnswers {

    private final Conversation conversation;
    private final Line line;
    private final Replies replies;
    private final Standing standing;

    /** Hears, before it is answered, that somebody may have logged in or out. */
    @FunctionalInterface
    interface Standing {
        void changed() throws IOException;
    }

    SessionAnswers(Conversation conversation, Line line, Replies replies, Standing standing) {
        this.conversation = conversation;
        this.line = line;
        this.replies = replies;
        this.standing = standing;
    }

    /** Answer a word; what was answered before it is sent first, for it may change who is logged in. */
    void answer(SessionWords.Entry entry, Incoming request) throws IOException {
        replies.flush();
        replies.hold();
        replies.begin();
        try {
            serve(entry, new Words(request.word().toUpperCase(Locale.ROOT), request.values()));
        } catch (StorageException e) {
            conversation.hub().log().trouble(request.word() + " could not be done", e);
            replies.replace(Faults.of(e));
        }
        standing.changed();
        replies.end();
        conversation.takeNewSubscription().ifPresent(this::send);
    }

    /** Send on what is heard, from now on. */
    private void send(Subscription subscription) {
        Thread.ofVirtual().start(new Pusher(subscription, line, conversation.out()::protocol));
    }

    private void serve(SessionWords.Entry entry, Words arguments) throws IOException {
        if (!entry.strangers() && conversation.member().isEmpty()) {
            conversation.refuse(CommandAnswers.notLoggedIn());
        } else if (conversation.onlyListens() && !entry.listeners()) {
            conversation.refuse(CommandAnswers.onlyListens());
        } else if (arguments.count() < entry.min() || arguments.count() > entry.max()) {
            conversation.refuse(new Refusal("SYNTAX", "Incorrect syntax for " + arguments.word()));
        } else if (!conversation.isConfidential() && LoginWords.isLogin(arguments)) {
            conversation.refuse(
                    "NOTLS", "Log in through TLS: passwords are not taken in the clear from another machine");
        } else {
            entry.word().serve(arguments, conversation);
        }
    }
}
