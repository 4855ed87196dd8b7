package forum.server.cli;

import forum.api.Printable;
import forum.server.control.Report;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * Tell the operator how an order goes: results on standard output, progress on standard error. At a terminal progress is
 * redrawn in its line; elsewhere a line of it appears now and then.
 */
final class Terminal implements Report, AutoCloseable {

    /** The launcher knows whether standard error is a terminal; Java cannot tell. */
    private static final boolean IS_TERMINAL = Boolean.getBoolean("forum.terminal");

    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SELDOM_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final String CLEAR = "\r\u001b[K";

    /** What does not fit is cut, for only one line can be drawn again. */
    private static final String WITHOUT_WRAPPING = "\u001b[?7l%s\u001b[?7h";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean redrawn;
    private long last = System.nanoTime();
    private boolean drawn;

    Terminal() {
        this(System.out, System.err, IS_TERMINAL);
    }

    Terminal(PrintStream out, PrintStream err, boolean redrawn) {
        this.out = out;
        this.err = err;
        this.redrawn = redrawn;
    }

    @Override
    public void line(String text) {
        clear();
        out.println(Printable.line(text));
    }

    @Override
    public void progress(String text) {
        long now = System.nanoTime();
        if (now - last < (redrawn ? REDRAW_NANOS : SELDOM_NANOS)) {
            return;
        }
        last = now;
        if (redrawn) {
            err.print(CLEAR + WITHOUT_WRAPPING.formatted(Printable.line(text)));
            err.flush();
            drawn = true;
        } else {
            err.println(Printable.line(text));
        }
    }

    /** Clear the progress away. */
    @Override
    public void close() {
        clear();
    }

    private void clear() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
            drawn = false;
        }
    }
}
