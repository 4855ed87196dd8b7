package forum.server.login;

import forum.server.Cores;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hash few passwords at once, on platform threads of their own, and keep the others in a line.
 *
 * <p>Half of the processors, four at most, so that logins neither exhaust memory nor starve the commands. The line is
 * bounded, and users at home go before strangers and have a bound of their own, so that a flood of strangers costs
 * strangers their turn. Thread-safe.
 */
final class Hashers implements AutoCloseable {

    static final int AT_ONCE = Cores.forComputing();

    /** How many strangers, and how many at home, hash or wait for it. */
    static final int LINE = 128;

    /** Say who goes first. */
    enum Turn {
        /** Somebody who has logged in from there before, or the operator. */
        HOME,
        /** Anybody else. */
        STRANGER
    }

    private final Semaphore homes = new Semaphore(LINE);
    private final Semaphore strangers = new Semaphore(LINE);
    private final AtomicLong numbers = new AtomicLong();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("password-hash-", 0).factory());

    /** Run it when it is its turn, and wait for it; empty if the line is full. */
    <T> Optional<T> run(Turn turn, Callable<T> work) {
        Semaphore line = turn == Turn.HOME ? homes : strangers;
        if (!line.tryAcquire()) {
            return Optional.empty();
        }
        try {
            FutureTask<T> task = new FutureTask<>(work);
            threads.execute(new Waiting(turn, numbers.incrementAndGet(), task));
            return Optional.of(task.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("A password could not be hashed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a password was hashed", e);
        } finally {
            line.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Waiting(Turn turn, long number, FutureTask<?> task) implements Runnable, Comparable<Waiting> {

        private static final Comparator<Waiting> ORDER =
                Comparator.comparing(Waiting::turn).thenComparing(Waiting::number);

        @Override
        public void run() {
            task.run();
        }

        @Override
        public int compareTo(Waiting other) {
            return ORDER.compare(this, other);
        }
    }
}
