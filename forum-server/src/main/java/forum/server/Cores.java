package forum.server;

/** How many of the machine's cores are taken: half, for clients often share it. */
public final class Cores {

    /** The JDK's own option of how many threads carry virtual threads; it is asked for before the first of them runs. */
    public static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private Cores() {}

    /** Half of the cores, but one at least. */
    public static int half() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** As many threads as compute what takes long, passwords' hashes and keys, beside all else. */
    public static int forComputing() {
        return Math.min(half(), 4);
    }
}
