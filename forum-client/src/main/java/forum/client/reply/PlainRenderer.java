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
        if (content instanceof Content.Sentence sentence) {
            return List.of(indented(sentence.text()));
        }
        Content.Listing listing = (Content.Listing) content;
        List<String> lines = new ArrayList<>();
        lines.add(listing.elements().isEmpty() ? listing.empty() : listing.heading());
        lines.removeIf(String::isEmpty);
        lines.addAll(rows(listing));
        return lines;
    }

    /** Make lines of what was found alone; every start of a script comes through here (docs/adr/0205). */
    public List<String> rows(Content.Listing listing) {
        if (listing instanceof Content.Threads threads) {
            return threads.elements().stream().map(Content.Summary::title).toList();
        }
        if (listing instanceof Content.Entries entries) {
            return entries.elements().stream()
                    .map(Entry::line)
                    .map(PlainRenderer::indented)
                    .toList();
        }
        if (listing instanceof Content.Table table) {
            return table.elements().isEmpty() ? List.of() : table(table.columns(), table.elements());
        }
        return ((Content.Lines) listing)
                .elements().stream().map(PlainRenderer::indented).toList();
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
