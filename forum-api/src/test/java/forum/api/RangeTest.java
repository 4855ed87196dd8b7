package forum.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongToIntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {

    /** What LRANGE does, in plain words: a negative index counts from the end, what lies outside is left out. */
    private static List<Long> modelled(List<Long> all, long first, long last) {
        long from = first < 0 ? first + all.size() : first;
        long to = last < 0 ? last + all.size() : last;
        return LongStream.range(0, all.size())
                .filter(i -> i >= from && i <= to)
                .mapToObj(i -> all.get((int) i))
                .toList();
    }

    private static List<Long> selected(List<Long> ids, Range range) {
        LongToIntFunction below = id -> (int) ids.stream().filter(i -> i < id).count();
        return ids.subList(range.from(ids.size(), below), range.to(ids.size(), below));
    }

    @Test
    void indexesSelectWhatLrangeSelects() {
        for (int size = 0; size <= 5; size++) {
            List<Long> all = LongStream.range(0, size).boxed().toList();
            for (long first = -8; first <= 8; first++) {
                for (long last = -8; last <= 8; last++) {
                    Range range = new Range(new Range.Index(first), new Range.Index(last));
                    assertThat(selected(all, range)).as("%s of %d", range, size).isEqualTo(modelled(all, first, last));
                }
            }
        }
    }

    @Test
    void extremeIndexesSelectWhatLrangeSelects() {
        List<Long> all = List.of(0L, 1L, 2L);
        long[] extremes = {
            Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, Integer.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE
        };
        for (long first : extremes) {
            for (long last : extremes) {
                Range range = new Range(new Range.Index(first), new Range.Index(last));
                assertThat(selected(all, range)).as("%s", range).isEqualTo(modelled(all, first, last));
            }
        }
    }

    @Test
    void idsSelectWhatLiesBetweenThereOrNot() {
        List<Long> ids = List.of(10L, 20L, 21L, 40L);
        long[] bounds = {Long.MIN_VALUE, 0, 9, 10, 11, 20, 21, 22, 39, 40, 41, Long.MAX_VALUE};
        for (long first : bounds) {
            for (long last : bounds) {
                Range range = new Range(new Range.Id(first), new Range.Id(last));
                assertThat(selected(ids, range))
                        .as("%s", range)
                        .isEqualTo(ids.stream()
                                .filter(i -> i >= first && i <= last)
                                .toList());
            }
        }
    }

    @Test
    void idsAndIndexesMix() {
        List<Long> ids = List.of(10L, 20L, 21L, 40L);
        assertThat(selected(ids, new Range(new Range.Id(20), new Range.Index(-1))))
                .containsExactly(20L, 21L, 40L);
        assertThat(selected(ids, new Range(new Range.Index(0), new Range.Id(20))))
                .containsExactly(10L, 20L);
        assertThat(selected(ids, new Range(new Range.Index(-1), new Range.Id(20))))
                .isEmpty();
    }

    @Test
    void boundsAreRead() {
        assertThat(Range.Bound.parse("0")).contains(new Range.Index(0));
        assertThat(Range.Bound.parse("-50")).contains(new Range.Index(-50));
        assertThat(Range.Bound.parse("-9223372036854775808")).contains(new Range.Index(Long.MIN_VALUE));
        assertThat(Range.Bound.parse("#17")).contains(new Range.Id(17));
        assertThat(Range.Bound.parse("#999999999999999999")).contains(new Range.Id(999_999_999_999_999_999L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "1.0",
                "+1",
                "-",
                "--1",
                "#",
                "##1",
                "#-1",
                "#+1",
                "#x",
                " 1",
                "1 ",
                "0x1",
                "1e3",
                "１",
                "٣",
                "#９",
                "9223372036854775808",
                "99999999999999999999"
            })
    void whatIsNoBoundIsNotRead(String text) {
        assertThat(Range.Bound.parse(text)).isEmpty();
    }
}
