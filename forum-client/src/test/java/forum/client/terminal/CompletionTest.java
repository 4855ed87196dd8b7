package forum.client.terminal;

import static forum.client.Docs.array;
import static forum.client.Docs.map;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Complete what is typed, and hint at the rest. */
class CompletionTest extends VirtualTerminalTest {

    @Test
    void commandsAreCompletedWithTheirSummaries() throws Exception {
        screen.type("\t");
        screen.await("(Create a thread)");
        screen.type(CTRL_C + "rm" + TAB);
        screen.await("mike> rmv");
    }

    @Test
    void titlesAreCompletedNewestActivityFirst() throws Exception {
        screen.type("RDT ");
        String shown = screen.press(TAB, "5 min ago");
        assertThat(shown.indexOf("cinema")).isBetween(0, shown.indexOf("books"));
        screen.type("BO" + TAB);
        screen.await("mike> RDT books");
    }

    @Test
    void messagesAreCompletedWithAuthorAndBeginning() throws Exception {
        forum.on("PEEK RDT news -200 -1", array(message(1, "yoda", "do\nor do not"), message(2, "mike", "ok")));
        screen.type("DLT news ");
        screen.press(TAB, "(yoda: do or do not)");
    }

    @Test
    void filesAreCompletedWithTheirSpacesEscaped() throws Exception {
        forum.on("FILES news", array(map("file", "my song.ogg", "author", "yoda", "size", 3)));
        screen.type("DWN news m");
        screen.press(TAB, "mike> DWN news my\\ song.ogg");
    }

    @Test
    void localPathsAreCompleted() throws Exception {
        Files.createDirectory(folder.resolve("pic tures"));
        Files.writeString(folder.resolve("pic tures/cat.png"), "cat");
        screen.type("UPD news pi" + TAB);
        screen.await("UPD news pic\\ tures/");
        screen.type("c" + TAB);
        screen.await("UPD news pic\\ tures/cat.png");
    }

    @Test
    void namesThatAreNotPrintableAreNotOffered() throws Exception {
        forum.on("FILES news", array(map("file", "e\u001b[2Jvil"), map("file", "even")));
        screen.type("DWN news e");
        screen.press(TAB, "mike> DWN news even");
    }

    @Test
    void namesThatWouldBeRefusedAreNotOffered() throws Exception {
        forum.on("FILES news", array(map("file", ".profile"), map("file", "-rf"), map("file", "even")));
        screen.type("DWN news ");
        assertThat(screen.press(TAB, "mike> DWN news even")).doesNotContain(".profile", "-rf");
    }

    @Test
    void newsIsHeardOfByCompletion() throws Exception {
        forum.awaitRequest("PSUBSCRIBE");
        forum.on("PEEK LST", array(map("title", "zebra", "active", NOW)));
        tell("threads", "{\"event\":\"created\",\"user\":\"yoda\",\"thread\":\"zebra\"}");
        screen.await("yoda created thread zebra");
        screen.type("RDT x" + CTRL_C + "RDT z");
        forum.awaitRequest("PEEK LST");
        screen.await("mike> RDT z");
        screen.press(TAB, "mike> RDT zebra");
    }

    @Test
    void controlCClearsTheLineAlsoWhereItIsAskedWhetherToShowAll() throws Exception {
        WireValue[] threads = IntStream.range(0, 150)
                .mapToObj(i -> map("title", "thread" + i, "active", NOW))
                .toArray(WireValue[]::new);
        forum.on("PEEK LST", array(threads)).on("WHO", array());
        screen.type("RDT thr");
        screen.press(TAB, "do you wish to see all 150 possibilities");
        screen.type(CTRL_C);
        screen.await("a new line", shown -> shown.endsWith("mike> RDT thread\nmike>"));
        screen.type("WHO\n");
        forum.awaitRequest("WHO");
    }

    @Test
    void theRestOfTheUsageIsShownWhileTyping() throws Exception {
        screen.type("EDT news");
        screen.await("mike> EDT news number text");
        screen.type(CTRL_C);
        screen.await("hint gone", s -> s.contains("mike> EDT news\n"));
    }
}
