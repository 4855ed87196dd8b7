package forum.server.login;

import forum.api.Name;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slow down whoever guesses, without locking out whoever knows.
 *
 * <p>Wrong passwords are counted three times: for the user and the source together, for the source, and for the user.
 * The delays grow with each. Where a user has logged in from before, only what comes from there for that user counts,
 * apart from all else, and its delay stays short: whoever guesses elsewhere cannot keep the user out. Nor can they, unless they
 * are hundreds, where the user comes from for the first time: a source's first attempt at a user in a while does not wait
 * for what others do, but for other first ones. An attempt is counted before it is judged, and taken
 * back when it was right, so that many at once are no way around. What a right attempt takes back is its own count
 * alone, so that guessing between logins with an account of one's own is no way around either. Thread-safe.
 */
public final class Throttle {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Tally atHome;
    private final Tally pairs;
    private final Tally sources;
    private final Tally users;
    private final Tally firsts;
    private final Homes homes;

    /** Count from nothing. */
    public Throttle(InstantSource clock) {
        this(clock, new KeyedDigest());
    }

    Throttle(InstantSource clock, KeyedDigest digests) {
        this.atHome = new Tally(clock, digests, new Pace.Growing(5, SOON), Duration.ofMinutes(10));
        this.pairs = new Tally(clock, digests, new Pace.Growing(5, LATE), Duration.ofMinutes(10));
        this.sources = new Tally(clock, digests, new Pace.Growing(30, LATE), Duration.ofMinutes(1));
        this.users = new Tally(clock, digests, new Pace.Growing(30, LATER), Duration.ofMinutes(1));
        this.firsts = new Tally(clock, digests, new Pace.Growing(300, SOON), Duration.ofSeconds(2));
        this.homes = new Homes(digests);
    }

    /** Tell how long to wait before the next attempt; empty if there is no need to. */
    synchronized Optional<Duration> wait(Name user, Source source) {
        if (homes.contains(user, source)) {
            return atHome.wait(user.value(), source.network());
        }
        return Stream.of(
                        pairs.wait(user.value(), source.network()),
                        sources.wait(source.network()),
                        others(user, source).wait(user.value()))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    /** Count an attempt, unless it has to wait: then tell how long. */
    synchronized Optional<Duration> begin(Name user, Source source) {
        Optional<Duration> wait = wait(user, source);
        if (wait.isEmpty() && homes.contains(user, source)) {
            atHome.charge(user.value(), source.network());
        } else if (wait.isEmpty()) {
            others(user, source).charge(user.value());
            pairs.charge(user.value(), source.network());
            sources.charge(source.network());
        }
        return wait;
    }

    /** Take an attempt back that was right, or never judged. */
    synchronized void takeBack(Name user, Source source) {
        if (homes.contains(user, source)) {
            atHome.refund(user.value(), source.network());
            return;
        }
        pairs.refund(user.value(), source.network());
        sources.refund(source.network());
        others(user, source).refund(user.value());
    }

    /** Find the count that a source's attempt at a user shares with those of other sources. */
    private Tally others(Name user, Source source) {
        return pairs.isClear(user.value(), source.network()) ? firsts : users;
    }

    /** Remember that a user comes from there. */
    synchronized void welcome(Name user, Source source) {
        homes.add(user, source);
    }

    /** Tell whether a user has come from there. */
    synchronized boolean isHome(Name user, Source source) {
        return homes.contains(user, source);
    }
}
