package forum.server.plugin;

import forum.api.Event;
import forum.api.command.PluginContext;
import forum.api.storage.Feed;
import forum.server.log.OperatorLog;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Let one listener hear on a thread of its own, so that a slow one keeps nobody waiting.
 *
 * <p>The queue is bounded: a listener that falls too far behind loses what waits, and begins anew; so does one that
 * throws. Thread-safe.
 */
final class ListenerThread implements Feed, AutoCloseable {

    private static final int CAPACITY = 10_000;

    private sealed interface Task {
        record Begin() implements Task {}

        record Hear(Event event) implements Task {}

        record End() implements Task {}
    }

    /** A context that ends when the listener begins anew. */
    interface ListenerContext extends AutoCloseable {

        /** Give what the listener gets. */
        PluginContext context();

        /** Make all durable that the listener has changed. */
        void sync();

        @Override
        void close();
    }

    private final Services.Listener listener;
    private final Supplier<ListenerContext> contexts;
    private final OperatorLog log;
    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean behind = new AtomicBoolean();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread;

    /** Begin. */
    public ListenerThread(Services.Listener listener, Supplier<ListenerContext> contexts, OperatorLog log) {
        this.listener = listener;
        this.contexts = contexts;
        this.log = log;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("listener-" + listener.origin().name())
                .unstarted(this::run);
        thread.start();
    }

    @Override
    public void changed(Event event) {
        if (!behind.get() && !tasks.offer(new Task.Hear(event))) {
            lost();
        }
    }

    @Override
    public void lost() {
        if (behind.compareAndSet(false, true)) {
            tasks.clear();
            tasks.add(new Task.Begin());
            log.warning("A listener of " + listener.origin().inFull() + " has missed something and begins anew");
        }
    }

    @Override
    public void close() {
        ending.countDown();
        tasks.clear();
        tasks.add(new Task.End());
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean ended = false;
        while (!ended) {
            behind.set(false);
            try (ListenerContext context = contexts.get()) {
                listener.listener().begin(context.context());
                context.sync();
                ended = hearUntilTheEnd(context);
            } catch (InterruptedException e) {
                ended = true;
            } catch (Exception | Error e) {
                log.fault("A listener of " + listener.origin().inFull() + " failed and begins anew", e);
                ended = !pause();
            }
        }
        listener.listener().close();
    }

    /** Hear until the server ends (true) or the listener is to begin anew (false). */
    private boolean hearUntilTheEnd(ListenerContext context) throws InterruptedException {
        while (true) {
            switch (tasks.take()) {
                case Task.Hear(Event event) -> listener.listener().heard(event);
                case Task.Begin() -> {
                    return false;
                }
                case Task.End() -> {
                    return true;
                }
            }
            context.sync();
        }
    }

    /** Wait a second, so that a listener that always fails does not fill the log; false if the server ends meanwhile. */
    private boolean pause() {
        try {
            return !ending.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
