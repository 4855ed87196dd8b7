package forum.server.connection;

import forum.api.Refusal;
import forum.api.wire.WireOutput;
import forum.server.Version;
import java.util.Optional;

/** The words with which connections of Redis clients begin, go on living and end. */
final class HandshakeWords {

    private HandshakeWords() {}

    /** {@code HELLO [version [AUTH user password] [SETNAME name]]}. */
    static void hello(Words arguments, Conversation conversation) {
        int protocol = conversation.out().protocol();
        if (arguments.count() > 0) {
            switch (arguments.text(0)) {
                case "2" -> protocol = 2;
                case "3" -> protocol = 3;
                default -> {
                    conversation.refuse("NOPROTO", "The forum speaks RESP version 2 and 3");
                    return;
                }
            }
        }
        Optional<Refusal> refusal = helloOptions(arguments, conversation);
        if (refusal.isPresent()) {
            conversation.refuse(refusal.get());
            return;
        }
        conversation.out().protocol(protocol);
        greet(conversation);
    }

    /** Do what the options say, once all of them are understood. */
    private static Optional<Refusal> helloOptions(Words arguments, Conversation conversation) {
        Optional<Integer> auth = Optional.empty();
        Optional<String> name = Optional.empty();
        int i = 1;
        while (i < arguments.count()) {
            String option = arguments.keyword(i);
            if (option.equals("AUTH") && i + 2 < arguments.count()) {
                auth = Optional.of(i);
                i += 3;
            } else if (option.equals("SETNAME") && i + 1 < arguments.count()) {
                name = Optional.of(arguments.text(i + 1));
                i += 2;
            } else {
                return Optional.of(new Refusal("SYNTAX", "Incorrect syntax for HELLO"));
            }
        }
        Optional<Refusal> refusal =
                auth.flatMap(at -> LoginWords.login(arguments.text(at + 1), arguments.bytes(at + 2), conversation));
        if (refusal.isEmpty()) {
            name.ifPresent(conversation::clientName);
        }
        return refusal;
    }

    private static void greet(Conversation conversation) {
        WireOutput out = conversation.out();
        out.map(7);
        out.bulk("server");
        out.bulk("forum");
        out.bulk("version");
        out.bulk(Version.NUMBER);
        out.bulk("proto");
        out.number(out.protocol());
        out.bulk("id");
        out.number(conversation.id());
        out.bulk("mode");
        out.bulk("standalone");
        out.bulk("role");
        out.bulk("master");
        out.bulk("modules");
        out.array(0);
    }

    /** {@code RESET}: be a stranger again. */
    static void reset(Words arguments, Conversation conversation) {
        conversation.logOut();
        conversation.clientName("");
        conversation.out().protocol(2);
        conversation.out().simple("RESET");
    }

    /** {@code QUIT}. */
    static void quit(Words arguments, Conversation conversation) {
        conversation.out().simple("OK");
        conversation.end();
    }

    /** {@code PING [text]}. */
    static void ping(Words arguments, Conversation conversation) {
        WireOutput out = conversation.out();
        if (conversation.onlyListens()) {
            out.array(2);
            out.bulk("pong");
            out.bulk(arguments.count() == 0 ? new byte[0] : arguments.bytes(0));
        } else if (arguments.count() == 0) {
            out.simple("PONG");
        } else {
            out.bulk(arguments.bytes(0));
        }
    }

    /** {@code SELECT 0}: there is one database. */
    static void select(Words arguments, Conversation conversation) {
        if (arguments.text(0).equals("0")) {
            conversation.out().simple("OK");
        } else {
            conversation.refuse("SYNTAX", "The forum has one database, 0");
        }
    }
}
