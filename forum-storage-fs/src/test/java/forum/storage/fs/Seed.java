package forum.storage.fs;

/** Choose the seed of a randomised test: {@code -Dforum.seed=N}, or another one each time. */
final class Seed {

    private Seed() {}

    static long choose() {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        System.out.println("forum.seed=" + seed);
        return seed;
    }
}
