package forum.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Name MIKE = new Name("mike");
    private static final Source HERE = new Source("192.0.2.1");

    private final HandClock clock = new HandClock();
    /** With another key, others of the many sources here fall together, which changes what is counted. */
    private final Throttle throttle = new Throttle(clock, new KeyedDigest(new byte[] {1}));

    @Test
    void theDelaysDoubleUpToFiveMinutes() {
        assertThat(delays(MIKE, HERE, 16))
                .containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }

    @Test
    void atHomeTheyStayShort() {
        throttle.welcome(MIKE, HERE);
        assertThat(delays(MIKE, HERE, 14)).containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 10L, 10L, 10L, 10L, 10L);
    }

    @Test
    void oneSourceIsSlowedWhoeverItTries() {
        int without = 0;
        while (throttle.begin(new Name("user" + without), HERE).isEmpty()) {
            without++;
        }
        assertThat(without).isEqualTo(30);
        assertThat(throttle.begin(MIKE, new Source("192.0.2.2"))).isEmpty();
    }

    @Test
    void oneUserIsGuardedAgainstManySources() {
        int without = 0;
        for (int source = 0; source < 100; source++) {
            while (throttle.begin(MIKE, new Source("192.0.2." + source)).isEmpty()) {
                without++;
            }
        }
        assertThat(without).as("the first of each, and some more").isEqualTo(100 + 30);
        assertThat(throttle.begin(new Name("yoda"), new Source("192.0.2.77"))).isEmpty();
    }

    @Test
    void aFirstAttemptWaitsForNoGuesserUnlessTheyAreHundreds() {
        for (int source = 0; source < 299; source++) {
            delays(MIKE, new Source("203.0.113." + source), 1);
        }
        for (int i = 0; i < 40; i++) {
            throttle.begin(MIKE, new Source("203.0.113.1"));
            throttle.begin(MIKE, new Source("203.0.113." + i));
        }
        assertThat(throttle.begin(MIKE, HERE)).isEmpty();
        assertThat(throttle.wait(MIKE, HERE)).as("the second one does").isPresent();
        throttle.takeBack(MIKE, HERE);
        assertThat(throttle.begin(MIKE, HERE))
                .as("what was right is taken back")
                .isEmpty();
        assertThat(throttle.wait(MIKE, new Source("192.0.2.2"))).contains(Duration.ofSeconds(1));
    }

    @Test
    void waitingIsForgivenInTime() {
        delays(MIKE, HERE, 16);
        clock.pass(Duration.ofMinutes(10 * 17));
        assertThat(throttle.wait(MIKE, HERE)).isEmpty();
        assertThat(delays(MIKE, HERE, 6)).containsExactly(0L, 0L, 0L, 0L, 0L, 1L);
    }

    @Test
    void whatWasRightIsTakenBack() {
        for (int i = 0; i < 1000; i++) {
            assertThat(throttle.begin(MIKE, HERE)).isEmpty();
            throttle.takeBack(MIKE, HERE);
        }
    }

    @Test
    void aFloodPushesNothingOut() {
        throttle.welcome(MIKE, HERE);
        Source guesser = new Source("203.0.113.1");
        delays(MIKE, guesser, 8);
        Optional<Duration> wait = throttle.wait(MIKE, guesser);
        for (int i = 0; i < 100_000; i++) {
            throttle.begin(new Name("name" + i), new Source("2001:db8:" + i));
        }
        assertThat(throttle.wait(MIKE, guesser).orElse(Duration.ZERO)).isGreaterThanOrEqualTo(wait.orElseThrow());
        assertThat(throttle.wait(MIKE, HERE)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyLongerThanTheLongestDelay() {
        delays(MIKE, HERE, 16);
        clock.pass(Duration.ofDays(-400));
        assertThat(throttle.wait(MIKE, HERE).orElse(Duration.ZERO)).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    /** Try again and again as soon as that is allowed, and list the seconds of waiting before each. */
    private List<Long> delays(Name user, Source source, int attempts) {
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < attempts; i++) {
            Duration wait = throttle.wait(user, source).orElse(Duration.ZERO);
            delays.add(wait.toSeconds());
            clock.pass(wait);
            assertThat(throttle.begin(user, source)).isEmpty();
        }
        return delays;
    }
}
