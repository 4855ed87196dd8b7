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
        if (answer.content() instanceof Content.Listing listing) {
            list(listing);
        } else if (answer.content() instanceof Content.Refusal refusal) {
            remark(refusal.text());
        } else {
            print(renderer.render(answer.content()));
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
    private void list(Content.Listing listing) {
        remark(listing.elements().isEmpty() ? listing.empty() : listing.heading());
        print(renderer.rows(listing));
    }

    private void print(List<String> lines) {
        lines.forEach(data::println);
        data.flush();
    }

    private void remark(String text) {
        if (!text.isEmpty()) {
            remarks.println(text);
            remarks.flush();
        }
    }
}
