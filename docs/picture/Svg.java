import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Draw a screen that tmux captured, text with SGR sequences: java Svg.java TITLE COLUMNS CURSOR-X CURSOR-Y. */
class Svg {

    static final double CELL = 8.4;
    static final int LINE = 19;
    static final int MARGIN = 18;
    static final int BAR = 42;
    static final String FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
    static final String INK = "#d5d9e5";
    static final String PAPER = "#1b1e2b";
    static final List<String> COLOURS = List.of(
            "#3b4058", "#f07189", "#8fd17a", "#e8b86b", "#7aa8f7", "#c596f2", "#6fcbd4", "#b9bfd3",
            "#737a94", "#ff8fa3", "#b5e8a0", "#ffd58f", "#9fc3ff", "#dab6ff", "#98e4ec", "#ffffff");

    /** A sequence that sets the style, or a character with what combines with it. */
    static final Pattern PIECE =
            Pattern.compile("\033\\[(?<sgr>[0-9;]*)m|(?<glyph>.[\\p{M}\\x{200d}\\x{fe0e}\\x{fe0f}]*)");

    /** What a terminal gives two columns, as far as a picture needs it. */
    static final Pattern WIDE = Pattern.compile("[\\x{1100}-\\x{115f}\\x{231a}\\x{231b}\\x{2614}\\x{2615}\\x{26a1}"
            + "\\x{2705}\\x{2728}\\x{274c}\\x{2e80}-\\x{303e}\\x{3041}-\\x{a4cf}\\x{ac00}-\\x{d7a3}\\x{f900}-\\x{faff}"
            + "\\x{fe30}-\\x{fe6f}\\x{ff01}-\\x{ff60}\\x{ffe0}-\\x{ffe6}\\x{1f300}-\\x{1faff}\\x{20000}-\\x{3fffd}].*");

    enum Look {
        BOLD("font-weight='bold'"),
        FAINT("fill-opacity='.6'"),
        ITALIC("font-style='italic'"),
        UNDERLINED("text-decoration='underline'"),
        REVERSED("");

        final String attribute;

        Look(String attribute) {
            this.attribute = attribute;
        }
    }

    record Style(String ink, String paper, Set<Look> looks) {

        static final Style PLAIN = new Style(INK, PAPER, Set.of());

        Style ink(String colour) {
            return new Style(colour, paper, looks);
        }

        Style paper(String colour) {
            return new Style(ink, colour, looks);
        }

        Style with(Look look) {
            Set<Look> more = EnumSet.of(look);
            more.addAll(looks);
            return new Style(ink, paper, more);
        }

        Style without(Look first, Look... others) {
            Set<Look> rest = EnumSet.complementOf(EnumSet.of(first, others));
            rest.retainAll(looks);
            return new Style(ink, paper, rest);
        }

        Style seen() {
            return looks.contains(Look.REVERSED) ? new Style(paper, ink, looks).without(Look.REVERSED) : this;
        }

        /** Give what follows after an SGR sequence with these numbers. */
        Style set(String numbers) {
            Iterator<Integer> codes = Stream.of(numbers.split(";"))
                    .map(number -> number.isEmpty() ? 0 : Integer.parseInt(number))
                    .iterator();
            Style style = this;
            while (codes.hasNext()) {
                style = style.set(codes.next(), codes);
            }
            return style;
        }

        private Style set(int code, Iterator<Integer> others) {
            return switch (code) {
                case 0 -> PLAIN;
                case 1 -> with(Look.BOLD);
                case 2 -> with(Look.FAINT);
                case 3 -> with(Look.ITALIC);
                case 4 -> with(Look.UNDERLINED);
                case 7 -> with(Look.REVERSED);
                case 22 -> without(Look.BOLD, Look.FAINT);
                case 23 -> without(Look.ITALIC);
                case 24 -> without(Look.UNDERLINED);
                case 27 -> without(Look.REVERSED);
                case 30, 31, 32, 33, 34, 35, 36, 37 -> ink(COLOURS.get(code - 30));
                case 38 -> ink(colour(others));
                case 39 -> ink(INK);
                case 40, 41, 42, 43, 44, 45, 46, 47 -> paper(COLOURS.get(code - 40));
                case 48 -> paper(colour(others));
                case 49 -> paper(PAPER);
                case 90, 91, 92, 93, 94, 95, 96, 97 -> ink(COLOURS.get(code - 82));
                case 100, 101, 102, 103, 104, 105, 106, 107 -> paper(COLOURS.get(code - 92));
                default -> this;
            };
        }

        /** Read the colour behind a 38 or 48: 2;red;green;blue, or 5 and one of 16, a cube of 6 and 24 greys. */
        private static String colour(Iterator<Integer> codes) {
            if (codes.next() == 2) {
                return hex(codes.next(), codes.next(), codes.next());
            }
            int number = codes.next();
            if (number < 16) {
                return COLOURS.get(number);
            }
            if (number >= 232) {
                int grey = 8 + 10 * (number - 232);
                return hex(grey, grey, grey);
            }
            int cube = number - 16;
            return hex(step(cube / 36), step(cube / 6 % 6), step(cube % 6));
        }

        private static int step(int sixth) {
            return sixth == 0 ? 0 : 55 + 40 * sixth;
        }

        private static String hex(int red, int green, int blue) {
            return String.format("#%02x%02x%02x", red, green, blue);
        }
    }

    /** Characters of one style; wide ones stand alone, and wide gaps part, so that no font moves what follows. */
    record Run(int column, int columns, String text, Style style) {

        boolean takes(Run next) {
            return style.equals(next.style)
                    && !isWide()
                    && !next.isWide()
                    && !(text.endsWith(" ") && next.text.equals(" "));
        }

        Run and(Run next) {
            return new Run(column, columns + next.columns, text + next.text, style);
        }

        boolean isWide() {
            return WIDE.matcher(text).matches();
        }
    }

    private final StringBuilder svg = new StringBuilder();
    private Style style = Style.PLAIN;

    public static void main(String[] args) throws Exception {
        String screen = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        Svg picture = new Svg();
        picture.draw(
                screen.lines().toList(),
                args[0],
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]));
        System.out.write(picture.svg.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private void draw(List<String> lines, String title, int columns, int cursorX, int cursorY) {
        double width = 2 * MARGIN + columns * CELL;
        double height = BAR + lines.size() * LINE + MARGIN;
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.1f %.1f' width='%1$.1f' height='%2$.1f'"
                        + " font-size='14' font-family=\"%s\">",
                width, height, FONTS);
        add("<title>%s</title>", escaped(title));
        add(
                "<rect x='.5' y='.5' width='%.1f' height='%.1f' rx='10' fill='%s' stroke='%s'/>",
                width - 1, height - 1, PAPER, COLOURS.get(0));
        for (int i = 0; i < 3; i++) {
            add("<circle cx='%d' cy='20' r='6' fill='%s'/>", 24 + 20 * i, COLOURS.get(new int[] {1, 3, 2}[i]));
        }
        add(
                "<text x='%.1f' y='25' fill='%s' text-anchor='middle'>%s</text>",
                width / 2, COLOURS.get(8), escaped(title));
        rectangle(left(cursorX) - 1, cursorY, 2, INK);
        for (int row = 0; row < lines.size(); row++) {
            for (Run run : runs(lines.get(row))) {
                draw(run, row);
            }
        }
        add("</svg>");
    }

    /** Take a line apart; the style at its end goes on in the next. */
    private List<Run> runs(String line) {
        List<Run> runs = new ArrayList<>();
        int column = 0;
        for (Matcher piece = PIECE.matcher(line); piece.find(); ) {
            String glyph = piece.group("glyph");
            if (glyph == null) {
                style = style.set(piece.group("sgr"));
                continue;
            }
            Run next = new Run(column, WIDE.matcher(glyph).matches() ? 2 : 1, glyph, style.seen());
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).takes(next)) {
                runs.set(last, runs.get(last).and(next));
            } else {
                runs.add(next);
            }
            column += next.columns;
        }
        return runs;
    }

    private void draw(Run run, int row) {
        if (!run.style.paper.equals(PAPER)) {
            rectangle(left(run.column), row, run.columns * CELL, run.style.paper);
        }
        String text = run.text.strip();
        if (text.isEmpty()) {
            return;
        }
        int indent = run.text.indexOf(text);
        StringBuilder looks = new StringBuilder();
        run.style.looks.forEach(look -> looks.append(' ').append(look.attribute));
        add(
                "<text x='%.1f' y='%d' textLength='%.1f' lengthAdjust='spacingAndGlyphs' fill='%s'%s>%s</text>",
                left(run.column + indent),
                BAR + row * LINE + 14,
                (run.columns - (run.text.length() - text.length())) * CELL,
                run.style.ink,
                looks,
                escaped(text));
    }

    private void rectangle(double left, int row, double width, String colour) {
        add(
                "<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='%s'/>",
                left, BAR + row * LINE, width, LINE, colour);
    }

    private static double left(int column) {
        return MARGIN + column * CELL;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
