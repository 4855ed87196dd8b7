package forum.server.log;

import forum.api.Printable;
import forum.api.storage.StorageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Hand the operator's lines to the logger on a thread of its own, so that no command waits for it.
 *
 * <p>The queue is bounded. When the logger falls behind, whoever logs waits for it a little; when it stands still, lines
 * are dropped and counted, because a forum must not stop with its log. {@link #close} returns once all is written, or the logger stands still.
 * Every line is made printable. Thread-safe.
 */
public final class OperatorLog implements AutoCloseable {

    private static final int CAPACITY = 16 * 1024;
    private static final long PATIENCE_MILLIS = 1_000;

    private sealed interface Entry {
        /** Write this, or tell that nothing more is to be written; not a switch, for which bytecode is made at each start. */
        boolean write(Logger logger);

        record Line(Level level, String text) implements Entry {
            @Override
            public boolean write(Logger logger) {
                logger.log(level, Printable.line(text));
                return true;
            }
        }

        record Trouble(String text, Throwable cause) implements Entry {
            @Override
            public boolean write(Logger logger) {
                logger.log(Level.ERROR, Printable.line(text), cause);
                return true;
            }
        }

        record End() implements Entry {
            @Override
            public boolean write(Logger logger) {
                return false;
            }
        }
    }

    private final boolean quiet;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer;
    private volatile boolean standsStill;

    /**
     * Log to a logger.
     *
     * @param logger finds it, which may take as long as all else in a start, so this does not wait
     * @param quiet whether {@link #activity} is left out
     */
    public OperatorLog(Supplier<Logger> logger, boolean quiet) {
        this.quiet = quiet;
        this.writer = Thread.ofPlatform().daemon().name("operator-log").start(() -> write(logger.get()));
    }

    /** Tell whether {@link #activity} logs anything. */
    public boolean tellsActivity() {
        return !quiet;
    }

    /** Tell whether so many lines wait that whoever logs may soon have to wait, too. */
    public boolean isBehind() {
        return queue.size() > CAPACITY / 2;
    }

    /** Log what a user did. */
    public void activity(String line) {
        if (!quiet) {
            add(new Entry.Line(Level.INFO, line));
        }
    }

    /** Log what the server did. */
    public void notice(String line) {
        add(new Entry.Line(Level.INFO, line));
    }

    /** Log what the operator should look after. */
    public void warning(String line) {
        add(new Entry.Line(Level.WARNING, line));
    }

    /** Log a fault with its cause. */
    public void fault(String line, Throwable cause) {
        add(new Entry.Trouble(line, cause));
    }

    /** Log what a storage could not do: one line where it is full, which many will be told in a row. */
    public void trouble(String what, StorageException cause) {
        String line = what + ": " + cause.getMessage();
        if (cause.fault() == StorageException.Fault.FULL) {
            warning(line);
        } else {
            fault(line, cause);
        }
    }

    /** Write all that is waiting, then stop; a logger that stands still is not waited for. */
    @Override
    public void close() {
        try {
            if (queue.offer(new Entry.End(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                writer.join(2 * PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Entry entry) {
        try {
            if (queue.offer(entry) || !standsStill && queue.offer(entry, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                standsStill = false;
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        standsStill = true;
        dropped.incrementAndGet();
    }

    private void write(Logger logger) {
        try {
            while (writeUnlessItFails(logger, queue.take())) {
                reportDropped(logger);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Count a line that the logger fails on as dropped; there is nowhere to say more. */
    private boolean writeUnlessItFails(Logger logger, Entry entry) {
        try {
            return entry.write(logger);
        } catch (RuntimeException e) {
            dropped.incrementAndGet();
            return true;
        }
    }

    private void reportDropped(Logger logger) {
        long count = dropped.getAndSet(0);
        if (count > 0) {
            writeUnlessItFails(
                    logger,
                    new Entry.Line(Level.WARNING, count + " lines were not logged, because the log stood still"));
        }
    }
}
