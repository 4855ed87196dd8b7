package forum.server.plugin;

import forum.api.Name;
import forum.api.Refusal;
import forum.api.Upload;
import forum.api.storage.StorageException;
import forum.server.command.CallRunner;
import forum.server.command.Context;
import forum.server.command.Registered;
import forum.server.command.UploadTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Run plugins' handlers on a bounded number of platform threads, shared out by {@link Places}, with a time limit.
 *
 * <p>Not on virtual threads: one that loops would keep its processor from all connections. A call that takes too long is
 * given up, its thread interrupted; waiting for a file does not count. A plugin that is stuck too often is not called
 * again.
 */
public final class PluginRunner implements CallRunner {

    private static final int STRIKES = 3;

    private final Duration limit;
    private final Places places = new Places();
    private final Map<String, AtomicInteger> strikes = new ConcurrentHashMap<>();

    /** Give each call so long. */
    public PluginRunner(Duration limit) {
        this.limit = limit;
    }

    @Override
    public <T> T run(Registered command, Context context, Work<T> work) throws Upload.Cut, CallFailed {
        String plugin = command.origin().name();
        AtomicInteger stuck = strikes.computeIfAbsent(plugin, _ -> new AtomicInteger());
        if (stuck.get() >= STRIKES) {
            throw CallFailed.notCalled("the plugin is disabled, because it was stuck " + STRIKES + " times");
        }
        FutureTask<T> call = new FutureTask<>(work::run);
        Name user = context.caller();
        boolean file = command.spec().takesFile();
        try {
            if (!places.take(user, file, limit)) {
                throw CallFailed.tooMany(tooMany());
            }
            Thread thread =
                    Thread.ofPlatform().daemon().name("plugin-" + plugin).start(call);
            try {
                return await(call, context.uploadTime());
            } catch (TimeoutException e) {
                context.revoke();
                thread.interrupt();
                throw CallFailed.givenUp("it took longer than %s s; that is stuck the %d. time of %d"
                        .formatted(seconds(), stuck.incrementAndGet(), STRIKES));
            } finally {
                places.giveBack(user, file);
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailed.givenUp("the server is shutting down");
        }
    }

    /** Wait for the limit, and as long beyond it as the call waits for its file. */
    private <T> T await(FutureTask<T> call, UploadTime uploadTime)
            throws TimeoutException, ExecutionException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            long left = limit.toNanos() - (System.nanoTime() - start - uploadTime.nanos());
            try {
                return call.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() - start - uploadTime.nanos() >= limit.toNanos()) {
                    throw e;
                }
            }
        }
    }

    private Refusal tooMany() {
        return new Refusal("THROTTLED", "Too many calls of plugins are running; try again in " + seconds() + " s");
    }

    private String seconds() {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private static CallFailed failure(Throwable cause) throws Upload.Cut {
        return switch (cause) {
            case Upload.Cut cut -> throw cut;
            case StorageException trouble -> throw trouble;
            default -> CallFailed.thrown(cause);
        };
    }
}
