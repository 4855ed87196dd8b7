package forum.testkit;

import java.lang.System.Logger;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keep what a server logs, for a test to read or to wait for. Thread-safe. */
public final class RecordedLog implements Logger {

    /**
     * A line of the log.
     *
     * @param level how grave it is
     * @param text what it says, with the name of the exception that came with it
     */
    public record Line(Level level, String text) {}

    private final List<Line> lines = new ArrayList<>();

    /** Begin with nothing. */
    public RecordedLog() {}

    /** List what was logged until now. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * Wait for a line that is logged at this place or later.
     *
     * @return its place, from 0
     */
    public synchronized int await(int from, Predicate<String> wanted, String description) throws InterruptedException {
        long deadline = System.nanoTime() + Timeouts.PATIENCE.toNanos();
        for (int place = from; ; place++) {
            awaitLine(place, deadline, description);
            if (wanted.test(lines.get(place).text())) {
                return place;
            }
        }
    }

    /** Wait until so many lines are there, and give the last of them. */
    public synchronized Line await(int place, String description) throws InterruptedException {
        awaitLine(place, System.nanoTime() + Timeouts.PATIENCE.toNanos(), description);
        return lines.get(place);
    }

    private void awaitLine(int place, long deadline, String description) throws InterruptedException {
        while (lines.size() <= place) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new AssertionError("Not logged: " + description + "\nLogged:\n" + this);
            }
            wait(millis);
        }
    }

    @Override
    public String getName() {
        return "forum";
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.INFO.getSeverity();
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
        if (isLoggable(level)) {
            add(new Line(level, thrown == null ? text : text + " (" + thrown + ")"));
        }
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String format, Object @Nullable ... parameters) {
        if (isLoggable(level)) {
            String text =
                    parameters == null || parameters.length == 0 ? format : MessageFormat.format(format, parameters);
            add(new Line(level, text));
        }
    }

    @Override
    public synchronized String toString() {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append("  ")
                .append(line.level())
                .append(' ')
                .append(line.text())
                .append('\n'));
        return out.toString();
    }

    private synchronized void add(Line line) {
        lines.add(line);
        notifyAll();
    }
}
