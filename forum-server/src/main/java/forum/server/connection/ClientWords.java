package forum.server.connection;

import forum.api.wire.WireOutput;
import forum.server.Version;

/** What Redis clients ask about themselves and about the server. */
final class ClientWords {

    private ClientWords() {}

    /** {@code CLIENT SETINFO | SETNAME | GETNAME | ID}. */
    static void client(Words arguments, Conversation conversation) {
        WireOutput out = conversation.out();
        switch (arguments.keyword(0) + " " + (arguments.count() - 1)) {
            case "SETINFO 2" -> out.simple("OK");
            case "SETNAME 1" -> {
                conversation.clientName(arguments.text(1));
                out.simple("OK");
            }
            case "GETNAME 0" -> out.bulk(conversation.clientName());
            case "ID 0" -> out.number(conversation.id());
            default -> conversation.refuse("SYNTAX", "Incorrect syntax for CLIENT");
        }
    }

    /** {@code INFO}: what clients look for in it before they begin. */
    static void info(Words arguments, Conversation conversation) {
        conversation
                .out()
                .bulk(
                        "# Server\r\nserver_name:forum\r\nforum_version:" + Version.NUMBER
                                + "\r\nredis_mode:standalone\r\n# Persistence\r\nloading:0\r\n# Replication\r\nrole:master\r\n");
    }

    /** {@code CONFIG GET}: nothing that a client could set. */
    static void config(Words arguments, Conversation conversation) {
        if (arguments.keyword(0).equals("GET")) {
            conversation.out().map(0);
        } else {
            conversation.refuse("SYNTAX", "Incorrect syntax for CONFIG");
        }
    }
}
