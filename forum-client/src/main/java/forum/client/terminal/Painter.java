package forum.client.terminal;

import forum.client.reply.Columns;
import forum.client.reply.Content;
import forum.client.reply.Entry;
import forum.client.reply.PlainRenderer;
import forum.client.reply.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Make lines for a terminal of a certain width: what the original forum printed, and beside it when, and by whom. */
final class Painter {

    private static final String GAP = "  ";

    /** A text of a message is a sixteenth of that; a server that sends more means no good. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** What the memory of the client's image holds, also where messages are nothing but line feeds. */
    private static final int MOST_LINES = 500_000;

    private static final AttributedString TOO_MUCH =
            new AttributedString("The answer is too large to be shown whole; ask for a part of it");

    private final Palette palette;
    private final Units units;
    private final PlainRenderer plain;

    Painter(Palette palette, Units units) {
        this.palette = palette;
        this.units = units;
        this.plain = new PlainRenderer(units);
    }

    /** Make lines, none wider than that. */
    List<AttributedString> paint(Content content, int columns) {
        List<AttributedString> lines =
                broken(content, columns).limit(MOST_LINES + 1).toList();
        return lines.size() <= MOST_LINES
                ? lines
                : Stream.concat(lines.stream().limit(MOST_LINES), Stream.of(TOO_MUCH))
                        .toList();
    }

    /** Tell whether there are fewer lines than that, without making more. */
    boolean isShorter(Content content, int columns, int rows) {
        return broken(content, columns).limit(rows).count() < rows;
    }

    /** Tell how many lines the entries take that come before the first with a later id. */
    int linesBefore(Content content, long id, int columns) {
        if (!(content instanceof Content.Entries(String empty, List<Entry> entries))) {
            return 0;
        }
        List<Entry> seen = entries.stream().takeWhile(entry -> entry.id() <= id).toList();
        return seen.isEmpty()
                ? 0
                : (int) broken(new Content.Entries(empty, seen), columns)
                        .limit(MOST_LINES)
                        .count();
    }

    private Stream<AttributedString> broken(Content content, int columns) {
        return unbroken(content).flatMap(line -> Wrapping.wrap(line, columns).stream());
    }

    private Stream<AttributedString> unbroken(Content content) {
        return switch (content) {
            case Content.Threads listed
            when !listed.elements().isEmpty() -> Stream.concat(heading(listed.heading()), threads(listed.elements()));
            case Content.Entries entries
            when !entries.elements().isEmpty() -> entries.elements().stream().map(this::entry);
            case Content.Table table
            when !table.elements().isEmpty() ->
                Stream.concat(heading(table.heading()), table(plain.table(table.columns(), table.elements())));
            case Content.Sentence _, Content.Listing _ -> lines(content);
        };
    }

    private Stream<AttributedString> lines(Content content) {
        return plain.render(content).stream().map(Painter::withoutIndent).map(AttributedString::new);
    }

    /** Wrapping indents all further lines itself. */
    private static String withoutIndent(String text) {
        return bounded(text.replace(PlainRenderer.INDENT, "\n"));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " …";
    }

    private static Stream<AttributedString> heading(String heading) {
        return Stream.of(heading).filter(h -> !h.isEmpty()).map(AttributedString::new);
    }

    private Stream<AttributedString> table(List<String> lines) {
        return Stream.concat(
                Stream.of(Palette.styled(palette.strong(), lines.getFirst())),
                lines.stream().skip(1).map(AttributedString::new));
    }

    private Stream<AttributedString> threads(List<Content.Summary> threads) {
        Columns details = new Columns(List.of(false, true, true, false, false));
        threads.forEach(t -> details.add(List.of(
                t.title(),
                Units.count(t.messages(), "message"),
                Units.count(t.files(), "file"),
                t.owner(),
                units.ago(t.active()))));
        List<String> lines = details.lines();
        List<AttributedString> styled = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int title = threads.get(i).title().length();
            styled.add(new AttributedStringBuilder()
                    .append(threads.get(i).title())
                    .styled(palette.aside(), lines.get(i).substring(title))
                    .toAttributedString());
        }
        return styled.stream();
    }

    private AttributedString entry(Entry entry) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        return switch (entry) {
            case Entry.Message message ->
                line.append(message.number() + " ")
                        .styled(palette.author(message.author()), message.author())
                        .append(": " + bounded(message.text()))
                        .styled(palette.aside(), GAP + units.ago(message.time()) + (message.edited() ? ", edited" : ""))
                        .toAttributedString();
            case Entry.File file ->
                line.styled(palette.author(file.author()), file.author())
                        .append(" uploaded " + file.name())
                        .styled(palette.aside(), GAP + Units.bytes(file.size()) + ", " + units.ago(file.time()))
                        .toAttributedString();
            case Entry.Line(String text) -> line.append(bounded(text)).toAttributedString();
        };
    }
}
