package forum.server.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "thread:*, thread:a, true",
        "thread:*, thread:, true",
        "thread:*, threads, false",
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "a[b-d]e, ace, true",
        "a[d-b]e, ace, true",
        "a[^b-d]e, ace, false",
        "a[^b-d]e, axe, true",
        "[], a, false",
        "[^], a, true",
        "[ab, b, true",
        "[a-, -, true",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "*\\?, what?, true",
        "\\, \\, true",
        "*a*b*, xxaxxbxx, true",
        "*a*b*, xxbxxaxx, false",
        "*ab, aab, true",
        "*é*, thread:café, true"
    })
    void readsWhatRedisReads(String pattern, String text, boolean matches) {
        assertThat(glob(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void agreesWithRegularExpressions() {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        System.out.println("forum.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String pattern = word(random, "ab*?", 10);
            String text = word(random, "ab", 12);
            String regex = pattern.replace("*", ".*").replace('?', '.');
            assertThat(glob(pattern).matches(text)).as(pattern + " " + text).isEqualTo(text.matches(regex));
        }
    }

    @Test
    void readsEachCharacterOnceWhateverThePattern() {
        for (String pattern : new String[] {
            "*" + "a*".repeat(30) + "b", "*" + "?".repeat(60) + "b", "*" + "[a-z]".repeat(12), "*a".repeat(31)
        }) {
            CountedText text = new CountedText("a".repeat(500));
            glob(pattern).matches(text);
            assertThat(text.reads).as(pattern).hasValueLessThanOrEqualTo(500);
        }
    }

    @Test
    void aPatternHasNoMorePlacesThanBits() {
        String longest = "beginning".repeat(30) + "*" + "a".repeat(62);
        assertThat(glob(longest).matches("beginning".repeat(30) + "b" + "a".repeat(62)))
                .isTrue();
        assertThat(Glob.of(longest + "a")).isEmpty();
        assertThat(Glob.of("[" + "a".repeat(62) + "]")).isEmpty();
    }

    private static Glob glob(String pattern) {
        return Glob.of(pattern).orElseThrow();
    }

    private static String word(Random random, String letters, int most) {
        return random.ints(random.nextInt(most), 0, letters.length())
                .mapToObj(letters::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** A text that counts how often it is looked at. */
    private record CountedText(String text, AtomicInteger reads) implements CharSequence {

        private CountedText(String text) {
            this(text, new AtomicInteger());
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
