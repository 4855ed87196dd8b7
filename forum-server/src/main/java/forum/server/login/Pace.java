package forum.server.login;

import java.time.Duration;

/** Say how long to wait before the next time. */
sealed interface Pace {

    /** Tell how many times pass without waiting. */
    int free();

    /**
     * Say it.
     *
     * @param level how many times are not forgiven yet
     * @param sinceLast how many milliseconds ago the last one was
     * @param forgiving how many milliseconds it takes until one is forgiven
     * @return milliseconds, 0 or less for at once
     */
    long wait(double level, long sinceLast, long forgiving);

    /** Let so many pass, then double the time between two, from a second to the longest. */
    record Growing(int free, Duration longest) implements Pace {

        @Override
        public long wait(double level, long sinceLast, long forgiving) {
            int beyond = (int) Math.ceil(level) - free;
            long between = beyond < 0 ? 0 : Math.min(longest.toMillis(), 1000L << Math.min(beyond, 30));
            return between - sinceLast;
        }
    }

    /** Let so many pass, then one whenever one is forgiven. */
    record Quota(int free) implements Pace {

        @Override
        public long wait(double level, long sinceLast, long forgiving) {
            return (long) Math.ceil((level + 1 - free) * forgiving);
        }
    }
}
