package forum.client.reply;

import forum.api.command.Reply.Column;
import forum.client.reply.Content.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Make lines of text, without colours, as the original forum printed them.
 *
 * <p>Further lines of a text are indented, so that no text can pass for an entry.
 */
public final class PlainRenderer {

    /** Stands for each line feed inside a text. */
    public static final String INDENT = "\n  ";

    private final Units units;

    /** Write times and sizes like that. */
    public PlainRenderer(Units units) {
        this.units = units;
    }

    /** Make lines; one of them can hold line feeds. */
    public List<String> render(Content content) {
        return switch (content) {
            case Content.Line(String text) -> List.of(indented(text));
            case Content.Refusal refusal -> List.of(refusal.text());
            case Content.End(String text) -> List.of(indented(text));
            case Content.Lines(String heading, String empty, List<String> lines) ->
                listing(
                        heading,
                        empty,
                        lines.stream().map(PlainRenderer::indented).toList());
            case Content.Threads(String heading, String empty, List<Content.Summary> threads) ->
                listing(
                        heading,
                        empty,
                        threads.stream().map(Content.Summary::title).toList());
            case Content.Entries(String empty, List<Entry> entries) ->
                listing("", empty, entries.stream().map(PlainRenderer::entry).toList());
            case Content.Table(String heading, String empty, List<Column> columns, List<List<Cell>> rows) ->
                listing(heading, empty, rows.isEmpty() ? List.of() : table(columns, rows));
        };
    }

    /** Align a table, its columns' names above it. */
    public List<String> table(List<Column> columns, List<List<Cell>> rows) {
        Columns table = new Columns(columns.stream().map(PlainRenderer::isRight).toList());
        table.add(columns.stream().map(Column::name).toList());
        for (List<Cell> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(row.get(i), columns.get(i).kind()));
            }
            table.add(cells);
        }
        return table.lines();
    }

    private static List<String> listing(String heading, String empty, List<String> lines) {
        List<String> all = new ArrayList<>();
        if (lines.isEmpty()) {
            all.add(empty);
        } else {
            all.add(heading);
        }
        all.removeIf(String::isEmpty);
        all.addAll(lines);
        return all;
    }

    private static String entry(Entry entry) {
        return switch (entry) {
            case Entry.Message message -> message.number() + " " + message.author() + ": " + indented(message.text());
            case Entry.File file -> file.author() + " uploaded " + file.name();
            case Entry.Line(String text) -> indented(text);
        };
    }

    private static String indented(String text) {
        return text.replace("\n", INDENT);
    }

    private static boolean isRight(Column column) {
        return switch (column.kind()) {
            case NUMBER, BYTES, SECONDS -> true;
            case TEXT, TIME, USER, THREAD -> false;
        };
    }

    private String cell(Cell cell, Column.Kind kind) {
        return switch (cell) {
            case Cell.Words(String text) -> text.replace("\n", " ");
            case Cell.Blank() -> "";
            case Cell.Number(long value) ->
                switch (kind) {
                    case TIME -> units.time(Instant.ofEpochMilli(value));
                    case SECONDS -> Units.duration(value);
                    case BYTES -> Units.bytes(value);
                    case TEXT, NUMBER, USER, THREAD -> Long.toString(value);
                };
        };
    }
}
