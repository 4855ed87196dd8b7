package forum.storage.fs;

import forum.testkit.storage.TestForum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** End what is tried at one of its steps on the disk, and lose what was not forced in one of the ways. */
final class Outage {

    private static final boolean LONG = Boolean.getBoolean("forum.long");

    private final FaultyDisk disk = new FaultyDisk();
    private final int step;
    private final Loss loss;
    private final Random random;
    private boolean reached;

    private Outage(int step, Loss loss, Random random) {
        this.step = step;
        this.loss = loss;
        this.random = random;
    }

    /** Try something on a disk that fails. */
    @FunctionalInterface
    interface Trial {

        /** Try it in a folder of its own, with {@link #powerLossAhead} or {@link #killAhead} before what is tried. */
        void run(Path place, Outage outage) throws Exception;
    }

    /**
     * Try something at its first step, at its next, and so on, until it comes to its end before the step does; there
     * everything that it has promised must stay, whatever is lost.
     *
     * @param stride at every so manieth step, others each time
     * @param luck how often at each step something is lost by chance, beside a time when everything is
     */
    static void atSteps(Path folder, int stride, int luck, Trial trial) throws Exception {
        Random random = new Random(Seed.choose());
        int step = random.nextInt(stride);
        for (boolean more = true; more; step += LONG ? 1 : stride) {
            more = isReached(folder, step, Loss.EVERYTHING, random, trial);
            for (int i = 0; more && i < (LONG ? 4 * luck : luck); i++) {
                isReached(folder, step, Loss.values()[1 + random.nextInt(Loss.values().length - 1)], random, trial);
            }
        }
        for (Loss loss : Loss.values()) {
            isReached(folder, step, loss, random, trial);
        }
    }

    private static boolean isReached(Path folder, int step, Loss loss, Random random, Trial trial) throws Exception {
        Outage outage = new Outage(step, loss, new Random(random.nextLong()));
        outage.run(folder.resolve("step"), trial);
        return outage.reached;
    }

    private void run(Path place, Trial trial) throws Exception {
        Files.createDirectory(place);
        try {
            trial.run(place, this);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("At step " + step + ", losing " + loss, e);
        }
        Unforced.deleteAll(place);
    }

    FaultyDisk disk() {
        return disk;
    }

    /** Let the power go at the step. */
    void powerLossAhead() {
        disk.endAfter(step, () -> {
            reached = true;
            loseNow();
        });
    }

    /** Let the server be killed at the step; nothing is lost yet. */
    void killAhead() {
        disk.endAfter(step, () -> {
            reached = true;
            disk.switchOff();
        });
    }

    /** Let the power go now, if it is not gone yet. */
    void lose() {
        if (!disk.isOff()) {
            loseNow();
        }
    }

    /** Let the power go now, if it is not gone yet, and come back; the server of that time ends. */
    void loseUnder(TestForum forum) {
        lose();
        CrashTest.abandon(disk, forum);
        disk.restart();
    }

    private void loseNow() {
        disk.crash(loss, random);
    }
}
