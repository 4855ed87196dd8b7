package forum.api.wire;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Repeat a check with random input; {@code -Dforum.seed=N} repeats what failed. */
final class Randomly {

    private static final int ROUNDS = 3_000;

    /** Check something with what this generator makes. */
    @FunctionalInterface
    interface Check {
        void check(RandomGenerator random) throws Exception;
    }

    private Randomly() {}

    static void repeat(Check check) {
        Long given = Long.getLong("forum.seed");
        long first = given == null ? System.nanoTime() : given;
        System.out.println("Random tests begin with -Dforum.seed=" + first);
        for (long seed = first; seed < first + (given == null ? ROUNDS : 1); seed++) {
            try {
                check.check(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("Failed with -Dforum.seed=" + seed + ": " + e, e);
            }
        }
    }
}
