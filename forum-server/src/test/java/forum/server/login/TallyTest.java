package forum.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final HandClock clock = new HandClock();

    private Tally tally(Pace pace) {
        return new Tally(clock, new KeyedDigest(), pace, Duration.ofSeconds(2));
    }

    private static int free(Tally tally) {
        int count = 0;
        while (count < 10_000 && tally.wait("mike").isEmpty()) {
            tally.charge("mike");
            count++;
        }
        return count;
    }

    @Test
    void soManyAreFreeHoweverManyThatAre() {
        assertThat(free(tally(new Pace.Quota(60)))).isEqualTo(60);
        assertThat(free(tally(new Pace.Quota(500)))).isEqualTo(500);
        assertThat(free(tally(new Pace.Growing(300, Duration.ofSeconds(10))))).isEqualTo(300);
    }

    @Test
    void whatIsCountedIsForgivenOneByOne() {
        Tally tally = tally(new Pace.Quota(2));
        free(tally);
        assertThat(tally.isClear("mike")).isFalse();
        assertThat(tally.wait("mike")).contains(Duration.ofSeconds(2));
        clock.pass(Duration.ofSeconds(2));
        assertThat(free(tally)).isEqualTo(1);
        clock.pass(Duration.ofSeconds(4));
        assertThat(tally.isClear("mike")).isTrue();
    }
}
