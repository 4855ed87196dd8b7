package forum.client.script;

import forum.client.line.Invocation;
import forum.client.reply.Answered;
import forum.client.reply.Content;
import forum.client.reply.PlainRenderer;
import java.io.PrintStream;
import java.util.List;

/** Write data as lines to one stream, and what is said about it to another. */
public final class TextOutput implements Output {

    private final PrintStream data;
    private final PrintStream remarks;
    private final PlainRenderer renderer;

    /** Write to these streams. */
    public TextOutput(PrintStream data, PrintStream remarks, PlainRenderer renderer) {
        this.data = data;
        this.remarks = remarks;
        this.renderer = renderer;
    }

    @Override
    public void answered(Invocation invocation, Answered answer) {
        switch (answer.content()) {
            case Content.Refusal refusal -> remark(refusal.text());
            case Content.Lines lines -> list(lines.heading(), lines.empty(), lines, lines.lines());
            case Content.Threads threads -> list(threads.heading(), threads.empty(), threads, threads.threads());
            case Content.Entries entries -> list("", entries.empty(), entries, entries.entries());
            case Content.Table table -> list(table.heading(), table.empty(), table, table.rows());
            case Content.Line line -> print(line);
            case Content.End end -> print(end);
        }
    }

    @Override
    public void failed(Invocation invocation, String sentence) {
        remark(sentence);
    }

    @Override
    public boolean isTaken() {
        return !data.checkError();
    }

    /** Headings, and that there is nothing, are no data. */
    private void list(String heading, String empty, Content content, List<?> elements) {
        if (elements.isEmpty()) {
            remark(empty);
            return;
        }
        remark(heading);
        renderer.render(content).stream().skip(heading.isEmpty() ? 0 : 1).forEach(data::println);
        data.flush();
    }

    private void print(Content content) {
        renderer.render(content).forEach(data::println);
        data.flush();
    }

    private void remark(String text) {
        if (!text.isEmpty()) {
            remarks.println(text);
            remarks.flush();
        }
    }
}
