package forum.client.terminal;

import forum.client.file.Progress;
import forum.client.reply.Units;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.InfoCmp.Capability;

/** Show the way of a file on one line, with rate and time left; Ctrl-C cancels it. */
final class ProgressLine implements Progress {

    private static final long NANOS = 1_000_000_000L;

    private final Terminal terminal;
    private final Pen pen;
    private final String name;
    private final LongSupplier nanoTime;
    private final long began;
    private final SignalHandler interruptBefore;
    private volatile boolean cancelled;
    private long next;
    private boolean shown;

    /**
     * Say how to show it.
     *
     * @param first after how many nanoseconds to begin
     * @param between how many are between one time and the next
     * @param line takes what is to be shown in place of what was; an empty one at the end
     */
    private record Pen(long first, long between, Consumer<String> line) {}

    private ProgressLine(Terminal terminal, Pen pen, String name, Runnable onCancel, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.pen = pen;
        this.name = name;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        this.next = began + pen.first();
        this.interruptBefore = terminal.handle(Signal.INT, _ -> {
            cancelled = true;
            onCancel.run();
        });
    }

    /** Show it on the line where the cursor is, drawn anew ten times a second. */
    static ProgressLine drawn(Terminal terminal, String name, Runnable onCancel, LongSupplier nanoTime) {
        Pen pen = new Pen(NANOS / 2, NANOS / 10, text -> draw(text, terminal));
        return new ProgressLine(terminal, pen, name, onCancel, nanoTime);
    }

    /** Say it on a line of its own every ten seconds. */
    static ProgressLine said(
            Terminal terminal, Consumer<String> lines, String name, Runnable onCancel, LongSupplier nanoTime) {
        Consumer<String> line =
                text -> Optional.of(text).filter(t -> !t.isEmpty()).ifPresent(lines);
        return new ProgressLine(terminal, new Pen(2 * NANOS, 10 * NANOS, line), name, onCancel, nanoTime);
    }

    @Override
    public void moved(long done, long total) {
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            next = now + pen.between();
            shown = true;
            pen.line().accept(text(done, total, now - began));
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void close() {
        terminal.handle(Signal.INT, interruptBefore);
        if (shown) {
            pen.line().accept("");
        }
    }

    private String text(long done, long total, long nanos) {
        long rate = Math.round(done / (Math.max(1, nanos) / (double) NANOS));
        String shown = name + "  " + Units.bytes(done);
        if (total > 0) {
            shown += " of " + Units.bytes(total) + "  " + 100 * done / total + " %";
        }
        shown += "  " + Units.bytes(rate) + "/s";
        if (total > done && rate > 0) {
            shown += "  " + Units.duration((total - done) / rate) + " left";
        }
        return shown + "  (Ctrl-C cancels)";
    }

    private static void draw(String text, Terminal terminal) {
        terminal.puts(Capability.carriage_return);
        terminal.writer().print(text.substring(0, Math.min(text.length(), Math.max(0, terminal.getColumns() - 1))));
        terminal.puts(Capability.clr_eol);
        if (text.isEmpty()) {
            terminal.puts(Capability.carriage_return);
        }
        terminal.flush();
    }
}
