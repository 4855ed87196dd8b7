package forum.client.terminal;

import forum.client.file.Progress;
import forum.client.reply.Units;
import java.util.function.LongSupplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.InfoCmp.Capability;

/** Show the way of a file on one line, with rate and time left; Ctrl-C cancels it. */
final class ProgressLine implements Progress {

    private static final long NANOS = 1_000_000_000L;
    private static final long BETWEEN_DRAWINGS = NANOS / 10;
    private static final long BEFORE_THE_FIRST = NANOS / 2;

    private final Terminal terminal;
    private final String name;
    private final LongSupplier nanoTime;
    private final long began;
    private final SignalHandler interruptBefore;
    private volatile boolean cancelled;
    private long drawn;

    ProgressLine(Terminal terminal, String name, Runnable onCancel, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.name = name;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        this.drawn = began + BEFORE_THE_FIRST - BETWEEN_DRAWINGS;
        this.interruptBefore = terminal.handle(Signal.INT, _ -> {
            cancelled = true;
            onCancel.run();
        });
    }

    @Override
    public void moved(long done, long total) {
        long now = nanoTime.getAsLong();
        if (now - drawn >= BETWEEN_DRAWINGS) {
            drawn = now;
            draw(text(done, total, now - began));
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void close() {
        terminal.handle(Signal.INT, interruptBefore);
        if (drawn > began + BEFORE_THE_FIRST - BETWEEN_DRAWINGS) {
            draw("");
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

    private void draw(String text) {
        terminal.puts(Capability.carriage_return);
        terminal.writer().print(text.substring(0, Math.min(text.length(), Math.max(0, terminal.getColumns() - 1))));
        terminal.puts(Capability.clr_eol);
        if (text.isEmpty()) {
            terminal.puts(Capability.carriage_return);
        }
        terminal.flush();
    }
}
