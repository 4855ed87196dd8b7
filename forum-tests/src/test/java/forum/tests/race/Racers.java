package forum.tests.race;

import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Let clients do something at the same moment. */
final class Racers {

    /** Tell what one of them is answered. */
    @FunctionalInterface
    interface Run {
        String run(RespClient client, int number);
    }

    private Racers() {}

    /** Connect that many clients, let them start together, and list what each was answered. */
    static List<String> race(int count, IntFunction<RespClient> clients, Run run) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Callable<String>> racers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            RespClient client = clients.apply(i);
            racers.add(() -> {
                start.await();
                return run.run(client, number);
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(racers)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** Give each racer a user of its own who is logged in. */
    static IntFunction<RespClient> users(ForumFixture forum) {
        return number -> forum.login("user-" + number);
    }
}
