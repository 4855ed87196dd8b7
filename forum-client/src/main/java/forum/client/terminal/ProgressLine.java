package forum.client.terminal;

import forum.client.file.Progress;
import forum.client.reply.Units;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/** Show the way of a file on one line, with rate and time left; Ctrl-C cancels it. */
final class ProgressLine implements Progress {

    private static final long NANOS = 1_000_000_000L;
    private static final int SHORTEST_NAME = 8;

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
     * @param line takes what is to be shown in place of what was: a name, and how far it has come; nothing at the end
     */
    private record Pen(long first, long between, BiConsumer<String, String> line) {}

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
        Pen pen = new Pen(NANOS / 2, NANOS / 10, (file, state) -> draw(file, state, terminal));
        return new ProgressLine(terminal, pen, name, onCancel, nanoTime);
    }

    /** Say it on a line of its own every ten seconds. */
    static ProgressLine said(
            Terminal terminal, Consumer<String> lines, String name, Runnable onCancel, LongSupplier nanoTime) {
        BiConsumer<String, String> line = (file, state) ->
                Optional.of(file + state).filter(text -> !text.isEmpty()).ifPresent(lines);
        return new ProgressLine(terminal, new Pen(2 * NANOS, 10 * NANOS, line), name, onCancel, nanoTime);
    }

    @Override
    public void moved(long done, long total) {
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            next = now + pen.between();
            shown = true;
            pen.line().accept(name, state(done, total, now - began));
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
            pen.line().accept("", "");
        }
    }

    private static String state(long done, long total, long nanos) {
        long rate = Math.round(done / (Math.max(1, nanos) / (double) NANOS));
        String shown = "  " + Units.bytes(done);
        if (total > 0) {
            shown += " of " + Units.bytes(total) + "  " + 100 * done / total + " %";
        }
        shown += "  " + Units.bytes(rate) + "/s";
        if (total > done && rate > 0) {
            shown += "  " + Units.duration((total - done) / rate) + " left";
        }
        return shown + "  (Ctrl-C cancels)";
    }

    /** A long name gives way to the numbers. */
    private static void draw(String name, String state, Terminal terminal) {
        int columns = Math.max(0, terminal.getColumns() - 1);
        AttributedString file = new AttributedString(name);
        int room = Math.max(SHORTEST_NAME, columns - state.length());
        String shown = file.columnLength() <= room ? name : file.columnSubSequence(0, room - 1) + "…";
        terminal.puts(Capability.carriage_return);
        terminal.writer().print(new AttributedString(shown + state).columnSubSequence(0, columns));
        terminal.puts(Capability.clr_eol);
        if (state.isEmpty()) {
            terminal.puts(Capability.carriage_return);
        }
        terminal.flush();
    }
}
