package forum.client.catalogue;

import forum.api.Printable;
import forum.api.command.Parameter.Kind;
import forum.api.command.Reply;
import forum.api.command.Reply.Column;
import forum.api.wire.WireValue;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.net.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Read the server's answer to {@code COMMAND DOCS} (docs/catalogue.md).
 *
 * <p>A server of a later version may say more than is understood here: kinds, shapes and fields that are unknown are
 * passed over, never refused. All texts are made printable.
 */
public final class CatalogueReader {

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");

    private CatalogueReader() {}

    /** Read all commands; what has no proper word for a name is left out. */
    public static Catalogue read(WireValue docs) {
        return new Catalogue(Fields.of(docs).all().entrySet().stream()
                .filter(doc -> WORD.matcher(doc.getKey()).matches())
                .map(doc -> command(doc.getKey(), Fields.of(doc.getValue())))
                .toList());
    }

    /**
     * Read those of a forum.
     *
     * @throws ConnectionException when there are none, so it is no forum
     */
    public static Catalogue ofForum(WireValue docs) throws ConnectionException {
        Catalogue catalogue = read(docs);
        if (catalogue.commands().isEmpty()) {
            throw new ConnectionException(new Ending.Lost("The server offers no commands, so it is no forum"));
        }
        return catalogue;
    }

    private static Command command(String name, Fields doc) {
        List<Parameter> parameters = doc.list("arguments").stream()
                .map(Fields::of)
                .map(CatalogueReader::parameter)
                .toList();
        boolean ofForum = doc.textOrEmpty("group").equals("forum");
        return new Command(name, printable(doc, "summary"), printable(doc, "origin"), ofForum, parameters, reply(doc));
    }

    private static Parameter parameter(Fields argument) {
        Kind kind = constant(Kind.class, argument.textOrEmpty("kind")).orElse(Kind.WORD);
        boolean optional = argument.list("flags").stream()
                .flatMap(flag -> Fields.text(flag).stream())
                .anyMatch("optional"::equals);
        return new Parameter(printable(argument, "name"), kind, optional);
    }

    private static Reply reply(Fields doc) {
        Fields reply = Fields.of(doc.value("reply").orElse(new WireValue.Nil()));
        String heading = printable(reply, "heading");
        String empty = printable(reply, "empty");
        return switch (reply.textOrEmpty("shape")) {
            case "lines" -> new Reply.Lines(heading, empty);
            case "threads" -> new Reply.Threads(heading, empty);
            case "entries" -> new Reply.Entries(empty);
            case "table" -> table(reply, heading, empty);
            case "file" -> new Reply.File(printable(reply, "name"), printable(reply, "done"));
            case "end" -> new Reply.End();
            default -> new Reply.Line();
        };
    }

    /** A server that is not honest may describe columns that no table can have. */
    private static Reply table(Fields reply, String heading, String empty) {
        try {
            List<Column> columns = reply.list("columns").stream()
                    .map(Fields::of)
                    .map(column -> new Column(
                            column.textOrEmpty("name"),
                            constant(Column.Kind.class, column.textOrEmpty("kind"))
                                    .orElse(Column.Kind.TEXT)))
                    .toList();
            return new Reply.Table(columns, heading, empty);
        } catch (IllegalArgumentException noTable) {
            return new Reply.Lines(heading, empty);
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        String constant = name.replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(constant))
                .findFirst();
    }

    private static String printable(Fields fields, String key) {
        return Printable.line(fields.textOrEmpty(key));
    }
}
