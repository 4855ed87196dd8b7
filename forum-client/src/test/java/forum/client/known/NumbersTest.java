package forum.client.known;

import static org.assertj.core.api.Assertions.assertThat;

import forum.client.news.Happening;
import forum.client.news.HappeningReader;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private final Numbers numbers = new Numbers();

    @BeforeEach
    void seeThree() {
        numbers.saw("a", 1, 11);
        numbers.saw("a", 2, 12);
        numbers.saw("a", 3, 13);
    }

    @Test
    void aNumberIsWhatWasSeenUnderIt() {
        assertThat(numbers.id("a", 2)).isEqualTo(OptionalLong.of(12));
        assertThat(numbers.id("a", 4)).isEmpty();
        assertThat(numbers.id("b", 1)).isEmpty();
    }

    @Test
    void whatWasSeenLastCounts() {
        numbers.saw("a", 1, 12);
        assertThat(numbers.id("a", 1)).isEqualTo(OptionalLong.of(12));
        assertThat(numbers.id("a", 2)).isEmpty();
    }

    @Test
    void onesOwnDeletionsMoveTheNumbersBehind() {
        numbers.did(news("deleted", 12));
        assertThat(numbers.id("a", 1)).isEqualTo(OptionalLong.of(11));
        assertThat(numbers.id("a", 2)).isEqualTo(OptionalLong.of(13));
        assertThat(numbers.id("a", 3)).isEmpty();
    }

    @Test
    void deletionsOfWhatWasNeverSeenMoveNothing() {
        numbers.did(news("deleted", 99));
        assertThat(numbers.id("a", 3)).isEqualTo(OptionalLong.of(13));
    }

    @Test
    void aRemovedThreadIsForgotten() {
        numbers.did(news("removed", 0));
        assertThat(numbers.id("a", 1)).isEmpty();
    }

    private static Happening news(String event, long id) {
        return new HappeningReader()
                .read("{\"event\":\"" + event + "\",\"user\":\"mike\",\"thread\":\"a\",\"id\":" + id + "}")
                .orElseThrow();
    }
}
