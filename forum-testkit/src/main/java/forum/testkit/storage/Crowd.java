package forum.testkit.storage;

import forum.testkit.storage.History.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Let several post, edit, delete and read at random at the same time, and keep the history. */
public final class Crowd {

    private static final int CALLS = 7;

    private Crowd() {}

    /**
     * Act all at once, a few calls each.
     *
     * @param seed chooses the calls; which of them meet is up to the machine
     */
    public static History act(long seed, List<Function<Call, String>> actors)
            throws InterruptedException, ExecutionException {
        History history = new History();
        CyclicBarrier start = new CyclicBarrier(actors.size());
        List<Future<?>> acting = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < actors.size(); i++) {
                Function<Call, String> actor = actors.get(i);
                Random random = new Random(seed + i);
                String name = "actor " + i;
                acting.add(threads.submit(() -> act(history, start, random, name, actor)));
            }
        }
        for (Future<?> actor : acting) {
            actor.get();
        }
        return history;
    }

    private static Void act(
            History history, CyclicBarrier start, Random random, String name, Function<Call, String> actor)
            throws InterruptedException, BrokenBarrierException {
        start.await();
        for (int i = 0; i < CALLS; i++) {
            history.perform(call(random, name + ", call " + i), actor);
        }
        return null;
    }

    private static Call call(Random random, String text) {
        int number = 1 + random.nextInt(4);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new Call.Post(text);
            case 3 -> new Call.Edit(number, text);
            case 4 -> new Call.Delete(number);
            default -> new Call.Read();
        };
    }
}
