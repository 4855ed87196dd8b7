package forum.server.connection;

import forum.api.Refusal;
import forum.api.command.Outcome;
import forum.api.command.Reply;
import forum.server.command.Answered;
import forum.server.command.Registered;
import java.io.IOException;
import java.util.Optional;

/** Answer a command of the forum: the built-in ones and the plugins', all in the same way. */
final class CommandAnswers {

    private final Conversation conversation;
    private final Replies replies;
    private final Calls calls;

    CommandAnswers(Conversation conversation, Replies replies, Calls calls) {
        this.conversation = conversation;
        this.replies = replies;
        this.calls = calls;
    }

    static Refusal notLoggedIn() {
        return new Refusal("NOAUTH", "Please log in first");
    }

    static Refusal onlyListens() {
        return new Refusal(
                "ORDER",
                "Only SUBSCRIBE, PSUBSCRIBE, UNSUBSCRIBE, PUNSUBSCRIBE, PING, QUIT and RESET are answered while listening in RESP2");
    }

    /** Answer a request; what a plugin answers is sent at once, for the next call may take long. */
    void answer(Incoming request) throws IOException {
        replies.begin();
        boolean atOnce = write(request);
        replies.end();
        if (atOnce) {
            replies.flush();
        }
    }

    /** Write the one reply; true if it is to be sent at once. */
    private boolean write(Incoming request) throws IOException {
        Optional<Member> member = conversation.member();
        if (member.isEmpty()) {
            answerStranger(request);
        } else if (conversation.onlyListens()) {
            conversation.refuse(onlyListens());
        } else {
            return write(request, member.get());
        }
        return false;
    }

    private boolean write(Incoming request, Member member) throws IOException {
        if (request.word().equalsIgnoreCase(Incoming.PEEK)) {
            peek(request, member);
            return false;
        }
        Optional<Registered> command = conversation.hub().commands().find(request.word());
        if (command.isEmpty()) {
            conversation.refuse("UNKNOWN", "Invalid command");
            return false;
        }
        answer(command.get(), request, member, true);
        return command.get().origin().plugin();
    }

    /** Answer what a client asks by itself, to help its user: that is no doing of the user's. */
    private void peek(Incoming request, Member member) throws IOException {
        Optional<Incoming> peeked = request.peeked();
        Optional<Registered> command = peeked.flatMap(
                        asked -> conversation.hub().commands().find(asked.word()))
                .filter(CommandAnswers::onlyReads);
        if (command.isPresent()) {
            answer(command.get(), peeked.get(), member, false);
        } else {
            conversation.refuse("SYNTAX", "Incorrect syntax for " + Incoming.PEEK);
        }
    }

    /** Tell whether nobody needs to know who called it: of the forum's own, what answers threads and entries. */
    private static boolean onlyReads(Registered command) {
        Reply reply = command.spec().reply();
        return !command.origin().plugin() && (reply instanceof Reply.Threads || reply instanceof Reply.Entries);
    }

    /** Strangers may leave as users do. */
    private void answerStranger(Incoming request) {
        if (request.word().equalsIgnoreCase("XIT")) {
            conversation.out().simple("Goodbye");
            conversation.end();
        } else {
            conversation.refuse(notLoggedIn());
        }
    }

    private void answer(Registered command, Incoming request, Member member, boolean told) throws IOException {
        if (command.origin().plugin() || request.body().isPresent()) {
            replies.flush();
        }
        try (Answered answered = calls.call(command, request, member)) {
            if (told) {
                calls.log(answered, member);
            }
            write(answered, member);
            if (answered.givenUp()) {
                member.renewSession();
                request.body().ifPresent(_ -> conversation.end());
            }
        }
    }

    private void write(Answered answered, Member member) throws IOException {
        switch (plain(answered.outcome())) {
            case Outcome.Shutdown(var password) -> PasswordJudge.shutDown(password, conversation);
            case Outcome.PasswordChange(var present, var fresh) ->
                PasswordJudge.change(member.user(), present, fresh, conversation);
            case Outcome.Farewell farewell -> {
                calls.write(answered, farewell);
                conversation.end();
            }
            case Outcome outcome -> calls.write(answered, outcome);
        }
    }

    private static Outcome plain(Outcome outcome) {
        return outcome instanceof Outcome.Logged(Outcome inner, var _) ? plain(inner) : outcome;
    }
}
