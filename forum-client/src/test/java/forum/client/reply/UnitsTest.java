package forum.client.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T16:08:30Z");

    private final Units units = new Units(InstantSource.fixed(NOW), () -> ZoneId.of("Europe/Berlin"));

    @Test
    void timesAreLocal() {
        assertThat(units.time(NOW)).isEqualTo("2026-11-22 17:08");
    }

    @Test
    void whatWasTodayIsSoLongAgo() {
        assertThat(units.ago(NOW.plusSeconds(5))).isEqualTo("just now");
        assertThat(units.ago(NOW.minusSeconds(59))).isEqualTo("just now");
        assertThat(units.ago(NOW.minusSeconds(300))).isEqualTo("5 min ago");
        assertThat(units.ago(NOW.minusSeconds(7300))).isEqualTo("2 h ago");
        assertThat(units.ago(NOW.minusSeconds(90_000))).isEqualTo("2026-11-21 16:08");
    }

    @Test
    void timesFarAwayAreWrittenToo() {
        assertThat(units.time(Instant.ofEpochMilli(Long.MAX_VALUE))).contains("292278994");
        assertThat(units.ago(Instant.ofEpochMilli(Long.MIN_VALUE))).isNotEmpty();
    }

    @Test
    void durationsHaveTheirTwoLargestUnits() {
        assertThat(Units.duration(5)).isEqualTo("5 s");
        assertThat(Units.duration(65)).isEqualTo("1 min 5 s");
        assertThat(Units.duration(3600)).isEqualTo("1 h 0 min");
        assertThat(Units.duration(90_000)).isEqualTo("1 d 1 h");
    }

    @Test
    void sizesHaveTwoOrThreeDigits() {
        assertThat(Units.bytes(999)).isEqualTo("999 B");
        assertThat(Units.bytes(1000)).isEqualTo("1.0 kB");
        assertThat(Units.bytes(15_400)).isEqualTo("15 kB");
        assertThat(Units.bytes(999_999)).isEqualTo("1.0 MB");
        assertThat(Units.bytes(Long.MAX_VALUE)).isEqualTo("9.2 EB");
    }
}
