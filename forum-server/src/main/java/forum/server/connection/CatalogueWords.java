package forum.server.connection;

import forum.api.Answer;
import forum.api.Attachment;
import forum.api.Name;
import forum.api.Refusal;
import forum.api.wire.WireOutput;
import forum.server.command.Catalogue;
import forum.server.command.Commands;
import forum.server.command.EntryWriter;
import forum.server.command.Registered;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What there is: the commands, a thread, and its files. */
final class CatalogueWords {

    private CatalogueWords() {}

    /** {@code COMMAND [DOCS | INFO | COUNT | LIST] [name …]}. */
    static void command(Words arguments, Conversation conversation) {
        WireOutput out = conversation.out();
        Commands commands = conversation.hub().commands();
        Catalogue catalogue = new Catalogue(out);
        switch (arguments.count() == 0 ? "" : arguments.keyword(0)) {
            case "" -> catalogue.infos(commands.all());
            case "DOCS" -> catalogue.docs(named(arguments, commands));
            case "COUNT" -> out.number(commands.all().size());
            case "INFO" -> infos(arguments, commands, catalogue, out);
            case "LIST" -> {
                out.array(commands.all().size());
                commands.all().forEach(c -> out.bulk(c.spec().name()));
            }
            default -> conversation.refuse("SYNTAX", "Incorrect syntax for COMMAND");
        }
    }

    private static Collection<Registered> named(Words arguments, Commands commands) {
        return arguments.count() == 1
                ? commands.all()
                : IntStream.range(1, arguments.count())
                        .mapToObj(i -> commands.find(arguments.text(i)))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
    }

    private static void infos(Words arguments, Commands commands, Catalogue catalogue, WireOutput out) {
        if (arguments.count() == 1) {
            catalogue.infos(commands.all());
            return;
        }
        out.array(arguments.count() - 1);
        for (int i = 1; i < arguments.count(); i++) {
            commands.find(arguments.text(i)).ifPresentOrElse(catalogue::info, out::nil);
        }
    }

    /** {@code THREAD title}. */
    static void thread(Words arguments, Conversation conversation) {
        Member member = conversation.member().orElseThrow();
        Name title = new Name(arguments.text(0));
        member.session()
                .thread(title)
                .ifPresentOrElse(
                        thread -> EntryWriter.writeThread(thread, conversation.out()),
                        () -> conversation.refuse(Refusal.noThread(title)));
    }

    /** {@code FILES thread}. */
    static void files(Words arguments, Conversation conversation) {
        Member member = conversation.member().orElseThrow();
        WireOutput out = conversation.out();
        switch (member.session().files(new Name(arguments.text(0)))) {
            case Answer.Done<List<Attachment>>(var files) -> {
                out.array(files.size());
                files.forEach(file -> EntryWriter.writeFile(file, out));
            }
            case Answer.Refused<List<Attachment>>(Refusal refusal) -> conversation.refuse(refusal);
        }
    }
}
