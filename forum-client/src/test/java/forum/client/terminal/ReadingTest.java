package forum.client.terminal;

import static forum.client.Docs.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.wire.WireValue;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Show what is to be read. */
class ReadingTest extends VirtualTerminalTest {

    @Test
    void entriesShowWhenTheyWereWritten() throws Exception {
        forum.on(
                "RDT news",
                array(
                        message(1, "yoda", "short"),
                        message(2, "yoda", "word ".repeat(30).strip())));
        screen.type("RDT news\n");
        screen.await("1 yoda: short  5 min ago\n2 yoda: word word");
        assertThat(screen.await("word  5 min ago")).contains("\n  word word");
    }

    @Test
    void aLongThreadOpensInAPagerAtWhatIsNew() throws Exception {
        forum.on("RDT news", array(messages(40)));
        screen.type("RDT news\n");
        screen.await("1-23 of 40 lines");
        screen.type(" ");
        assertThat(screen.await("18-40 of 40 lines")).contains("40 yoda: text 40");
        screen.type("gj");
        screen.await("2-24 of 40 lines");
        screen.type("q");
        assertThat(screen.await("the prompt", s -> s.endsWith("mike>"))).contains("24 yoda: text 24");
        forum.on("RDT news", array(messages(80)));
        screen.type("RDT news\n");
        assertThat(screen.await("41-63 of 80 lines")).startsWith("41 yoda: text 41");
        screen.type(CTRL_C + "MSG news after");
        screen.await("mike> MSG news after");
    }

    @Test
    void theShutdownReachesThePager() throws Exception {
        forum.on("RDT news", array(messages(40)));
        screen.type("RDT news\n");
        screen.await("1-23 of 40 lines");
        forum.push(new WireValue.Push(List.of(WireValue.Bulk.of("shutdown"), WireValue.Bulk.of("Goodbye"))));
        assertThatThrownBy(talk::join).isInstanceOf(CompletionException.class);
    }
}
