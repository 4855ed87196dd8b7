package forum.client.reply;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Align cells in columns, two spaces apart, as wide as a terminal shows them. */
public final class Columns {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> right;

    /**
     * Begin a table.
     *
     * @param right for each column whether it is aligned to the right
     */
    public Columns(List<Boolean> right) {
        this.right = List.copyOf(right);
    }

    /** Add a row. */
    public void add(List<String> cells) {
        rows.add(cells);
    }

    /** Make each row a line. */
    public List<String> lines() {
        int[] widths = new int[right.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < Math.min(widths.length, row.size()); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** Tell how many columns of a terminal a text takes. */
    public static int width(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            String space = i < widths.length ? " ".repeat(Math.max(0, widths[i] - width(cell))) : "";
            line.append(i == 0 ? "" : GAP);
            line.append(i < widths.length && right.get(i) ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }
}
