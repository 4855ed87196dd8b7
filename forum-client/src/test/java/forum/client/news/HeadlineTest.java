package forum.client.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    @Test
    void eachEventHasItsLine() {
        assertThat(line("{\"event\":\"created\",\"user\":\"yoda\",\"thread\":\"a\"}"))
                .contains("yoda created thread a");
        assertThat(line("{\"event\":\"edited\",\"user\":\"yoda\",\"thread\":\"a\",\"number\":3,\"text\":\"x\"}"))
                .contains("a 3 yoda: x (edited)");
        assertThat(line("{\"event\":\"deleted\",\"user\":\"yoda\",\"thread\":\"a\",\"number\":3}"))
                .contains("yoda deleted 3 from thread a");
        assertThat(line("{\"event\":\"uploaded\",\"user\":\"yoda\",\"thread\":\"a\",\"file\":\"f\",\"size\":1500}"))
                .contains("yoda uploaded f (1.5 kB) to thread a");
        assertThat(line("{\"event\":\"missed\"}")).contains("Some news was missed");
    }

    @Test
    void whatAPluginTellsIsShown() {
        assertThat(line("{\"event\":\"told\",\"text\":\"You were mentioned\"}")).contains("You were mentioned");
    }

    @Test
    void longTextsAreCutAtACharacter() {
        String line = line("{\"event\":\"told\",\"text\":\"" + "😀".repeat(300) + "\"}")
                .orElseThrow();
        assertThat(line).isEqualTo("😀".repeat(200) + " …");
    }

    @Test
    void namesThatNobodyCanHaveAreNoNews() {
        for (String name : new String[] {"user", "thread", "file"}) {
            String before = "{\"event\":\"uploaded\",\"" + name + "\":\"";
            assertThat(line(before + "😀".repeat(255) + "\"}")).isPresent();
            assertThat(line(before + "x".repeat(1001) + "\"}")).isEmpty();
        }
    }

    @Test
    void controlCharactersAreMadeVisible() {
        assertThat(line("{\"event\":\"created\",\"user\":\"y\\u001b[2J\",\"thread\":\"\\u202ea\"}"))
                .contains("y\\x1b[2J created thread \\u202ea");
    }

    @Test
    void whatIsNoNewsIsPassedOver() {
        assertThat(line("{\"event\":\"later-version\",\"user\":\"yoda\"}")).isEmpty();
        assertThat(line("{\"user\":\"yoda\"}")).isEmpty();
        assertThat(line("[1,2]")).isEmpty();
        assertThat(line("{\"event\":")).isEmpty();
        assertThat(line("")).isEmpty();
        assertThat(line("{\"event\":{\"a\":1},\"text\":[]}")).isEmpty();
        assertThat(line("{\"event\":\"edited\",\"number\":\"x\",\"thread\":\"a\",\"user\":\"b\"}"))
                .contains("a a message b:  (edited)");
    }

    private static Optional<String> line(String payload) {
        return new HappeningReader().read(payload).flatMap(Headline::of);
    }
}
