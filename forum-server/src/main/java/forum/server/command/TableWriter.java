package forum.server.command;

import forum.api.Name;
import forum.api.Text;
import forum.api.command.CommandSpec;
import forum.api.command.Reply;
import forum.api.command.Reply.Column;
import forum.api.wire.WireOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Write a table: in RESP3 a map for each row, keyed by column; in RESP2 a string for each row, cells two spaces apart. */
final class TableWriter {

    private final Outlet outlet;
    private final WireOutput out;
    private final List<Column> columns;

    TableWriter(Outlet outlet, CommandSpec spec) {
        this.outlet = outlet;
        this.out = outlet.out();
        this.columns = ((Reply.Table) spec.reply()).columns();
    }

    void write(List<List<?>> rows) throws IOException {
        out.array(rows.size());
        for (List<?> row : rows) {
            if (out.protocol() == 2) {
                out.bulk(line(row));
            } else {
                map(row);
            }
            outlet.sendBlock();
        }
    }

    /** Tell whether every row has a cell of the right type for each column. */
    static boolean fits(List<Column> columns, List<List<?>> rows) {
        return rows.stream()
                .allMatch(row -> row.size() == columns.size()
                        && IntStream.range(0, row.size())
                                .allMatch(i -> fits(columns.get(i).kind(), row.get(i))));
    }

    private static boolean fits(Column.Kind kind, Object cell) {
        return switch (kind) {
            case TEXT -> cell instanceof Text || cell instanceof String;
            case NUMBER, BYTES -> cell instanceof Long || cell instanceof Integer;
            case TIME -> cell instanceof Instant;
            case SECONDS -> cell instanceof Duration;
            case USER, THREAD -> cell instanceof Name;
        };
    }

    private String line(List<?> row) {
        return row.stream()
                .map(cell -> cell instanceof Duration d ? d.toSeconds() + " s" : cell.toString())
                .map(cell -> cell.replace("\n", "\n  "))
                .collect(Collectors.joining("  "));
    }

    private void map(List<?> row) {
        out.map(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            out.bulk(columns.get(i).name());
            cell(row.get(i));
        }
    }

    private void cell(Object cell) {
        switch (cell) {
            case Text text -> out.bulk(text);
            case Number number -> out.number(number.longValue());
            case Instant time -> out.number(time.toEpochMilli());
            case Duration duration -> out.number(duration.toSeconds());
            default -> out.bulk(cell.toString());
        }
    }
}
