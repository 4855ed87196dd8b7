package forum.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void whatTheUserGaveIsShownPrintable() {
        assertThat(Refusal.noThread(new Name("a\r\n\u001b")).text()).isEqualTo("Thread a\\x0d\\x0a\\x1b not exists");
    }

    @Test
    void theOperatorReadsWhatTheUserReadsUnlessItIsSaid() {
        assertThat(Refusal.badNumber().operator()).isEqualTo("Invalid message number");
        assertThat(Refusal.notEditable().operator()).isEqualTo("Message cannot be edited");
        assertThat(Refusal.notRemovable(new Name("a")).operator()).isEqualTo("Thread a cannot be removed");
    }

    @Test
    void aCodeIsOneUpperCaseWord() {
        for (String code : new String[] {"", "bad", "BAD CODE", "BAD\r\n", "BAD1"}) {
            assertThatThrownBy(() -> new Refusal(code, "text")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
