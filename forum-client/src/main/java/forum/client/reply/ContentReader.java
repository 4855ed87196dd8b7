package forum.client.reply;

import forum.api.Printable;
import forum.api.command.Reply;
import forum.api.command.Reply.Column;
import forum.api.wire.WireValue;
import forum.client.line.Invocation;
import forum.client.net.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Make of a reply what can be shown, by the shape that the catalogue promises.
 *
 * <p>This is the one place where what other people wrote becomes printable. A reply of another shape than promised is
 * shown as the lines that can be found in it. On the way of every start of a script there is no switch over types
 * (docs/adr/0205).
 */
public final class ContentReader {

    private ContentReader() {}

    /** Read the answer to a command. */
    public static Content read(WireValue value, Invocation invocation) {
        if (value instanceof WireValue.Failure failure) {
            return new Content.Refusal(Printable.line(failure.code()), Printable.line(failure.text()));
        }
        Reply reply = invocation.command().reply();
        if (reply instanceof Reply.Threads(String heading, String empty)) {
            return new Content.Threads(fill(heading, invocation), fill(empty, invocation), threads(value));
        }
        if (reply instanceof Reply.Entries(String empty)) {
            return new Content.Entries(fill(empty, invocation), entries(value));
        }
        if (reply instanceof Reply.Table(List<Column> columns, String heading, String empty)) {
            return new Content.Table(fill(heading, invocation), fill(empty, invocation), columns, rows(value, columns));
        }
        if (reply instanceof Reply.Lines(String heading, String empty)) {
            return new Content.Lines(fill(heading, invocation), fill(empty, invocation), lines(value));
        }
        return reply instanceof Reply.End ? new Content.End(String.join(" ", lines(value))) : lineOrLines(value);
    }

    private static Content lineOrLines(WireValue value) {
        List<String> lines = lines(value);
        return lines.size() == 1 ? new Content.Line(lines.getFirst()) : new Content.Lines("", "", lines);
    }

    private static List<Content.Summary> threads(WireValue value) {
        return Fields.elements(value).stream().map(ContentReader::thread).toList();
    }

    private static Content.Summary thread(WireValue value) {
        Optional<String> title = Fields.text(value);
        if (title.isPresent()) {
            return new Content.Summary(Printable.line(title.get()), "", 0, 0, Instant.EPOCH);
        }
        Fields fields = Fields.of(value);
        return new Content.Summary(
                line(fields, "title"),
                line(fields, "owner"),
                fields.number("messages").orElse(0),
                fields.number("files").orElse(0),
                time(fields, "active"));
    }

    private static List<Entry> entries(WireValue value) {
        return Fields.elements(value).stream().map(ContentReader::entry).toList();
    }

    private static Entry entry(WireValue value) {
        Optional<String> line = Fields.text(value);
        if (line.isPresent()) {
            return new Entry.Line(Printable.lines(line.get()));
        }
        Fields fields = Fields.of(value);
        long id = fields.number("id").orElse(0);
        String author = line(fields, "author");
        Instant time = time(fields, "time");
        return fields.text("file").isPresent()
                ? new Entry.File(
                        id,
                        author,
                        time,
                        line(fields, "file"),
                        fields.number("size").orElse(0))
                : new Entry.Message(
                        fields.number("number").orElse(0),
                        id,
                        author,
                        time,
                        fields.isTrue("edited"),
                        Printable.lines(fields.textOrEmpty("text")));
    }

    private static List<List<Content.Cell>> rows(WireValue value, List<Column> columns) {
        return Fields.elements(value).stream().map(row -> cells(row, columns)).toList();
    }

    private static List<Content.Cell> cells(WireValue row, List<Column> columns) {
        Optional<String> line = Fields.text(row);
        if (line.isPresent()) {
            return List.of(new Content.Cell.Words(Printable.line(line.get())));
        }
        Fields fields = Fields.of(row);
        return columns.stream()
                .map(column ->
                        fields.value(column.name()).map(ContentReader::cell).orElse(new Content.Cell.Blank()))
                .toList();
    }

    private static Content.Cell cell(WireValue value) {
        return switch (value) {
            case WireValue.Number(long number) -> new Content.Cell.Number(number);
            case WireValue.Nil() -> new Content.Cell.Blank();
            default -> new Content.Cell.Words(String.join(" ", lines(value)));
        };
    }

    private static List<String> lines(WireValue value) {
        Optional<String> text = Fields.text(value);
        return text.isPresent() ? List.of(Printable.lines(text.get())) : linesOfOther(value);
    }

    private static List<String> linesOfOther(WireValue value) {
        return switch (value) {
            case WireValue.Simple(String line) -> List.of(Printable.line(line));
            case WireValue.Failure failure -> List.of(Printable.line(failure.text()));
            case WireValue.Bulk bulk -> List.of(Printable.lines(bulk.text()));
            case WireValue.Number(long number) -> List.of(Long.toString(number));
            case WireValue.Decimal(double number) -> List.of(Double.toString(number));
            case WireValue.Bool(boolean bool) -> List.of(bool ? "yes" : "no");
            case WireValue.Nil() -> List.of();
            case WireValue.Array(List<WireValue> elements) -> allLines(elements);
            case WireValue.Group(List<WireValue> elements) -> allLines(elements);
            case WireValue.Push(List<WireValue> elements) -> allLines(elements);
            case WireValue.Dictionary(List<WireValue.Pair> pairs) ->
                pairs.stream()
                        .map(p -> String.join(" ", lines(p.key())) + ": " + String.join(" ", lines(p.value())))
                        .toList();
        };
    }

    private static List<String> allLines(List<WireValue> elements) {
        return elements.stream().flatMap(one -> lines(one).stream()).toList();
    }

    private static String fill(String text, Invocation invocation) {
        return Template.printable(text, invocation);
    }

    private static String line(Fields fields, String key) {
        return Printable.line(fields.textOrEmpty(key));
    }

    private static Instant time(Fields fields, String key) {
        return Instant.ofEpochMilli(fields.number(key).orElse(0));
    }
}
