package forum.storage.fs;

import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Do on one thread of its own, in order, what nobody waits for. */
final class Housekeeper implements Executor, AutoCloseable {

    private final ExecutorService thread;

    /** Start it under a name. */
    Housekeeper(String name) {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                Log.log(Level.ERROR, "Housekeeping failed", e);
            }
        });
    }

    /** Wait until all is done that was to be done by now. */
    void await() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        thread.execute(done::countDown);
        done.await();
    }

    /** Finish all that is to be done. */
    @Override
    public void close() {
        thread.close();
    }
}
