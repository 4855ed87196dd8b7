package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Read threads, and hear news. */
class ReadingTest extends TerminalTest {

    @BeforeAll
    static void write() {
        yoda().ask("CRT", "long");
        for (int i = 1; i <= 40; i++) {
            yoda().ask("MSG", "long", "text number " + i);
        }
        yoda().ask("CRT", "short");
        yoda().ask(
                        "MSG",
                        "short",
                        "日本語 と 👍 here, and words that go on and on until the line of eighty columns is full");
        yoda().ask("MSG", "short", "one\n2 mike: forged");
        yoda().ask("MSG", "short", "\u202eevil");
        yoda().ask("EDT", "short", "2", "two\n2 mike: forged");
        yoda().ask("CRT", "日本");
    }

    @Test
    void aLongThreadOpensInAPagerAtWhatIsNewAndIsSearched() throws Exception {
        Window window = as("mike");
        window.enter("RDT long").await("1-23 of 40 lines");
        window.press("G").await("18-40 of 40 lines");
        window.type("?NUMBER 5").press("Enter").await("5-27 of 40 lines");
        window.type("/number 1").press("Enter").await("10-32 of 40 lines");
        window.type("n").await("11-33 of 40 lines");
        window.type("N").await("10-32 of 40 lines");
        assertThat(window.is("alternate_on")).isEqualTo("1");
        yoda().ask("MSG", "long", "while you read");
        window.resize(60, 12);
        window.await("10-20 of 40 lines");
        window.resize(80, 24);
        window.await("10-32 of 40 lines");
        window.type("/nowhere").press("Enter").await("nowhere is not there");
        assertThat(window.screen()).doesNotContain("while you read");
        window.type("q").await("long 41 yoda: while you read\nmike>");
        assertThat(window.is("alternate_on")).isEqualTo("0");
        window.enter("RDT long").await("text number 41", screen -> screen.contains("of 41 lines"));
        assertThat(window.screen()).contains("41 yoda: while you read").doesNotContain("5 yoda: text number 5\n");
        window.type("q").awaitEnd("mike>");
        window.close();
    }

    @Test
    void aPagerThatIsResizedStaysWhereItWas() throws Exception {
        yoda().ask("CRT", "wide");
        for (int i = 1; i <= 30; i++) {
            yoda().ask(
                            "MSG",
                            "wide",
                            "a line of a hundred characters ".repeat(4).substring(0, 100));
        }
        Window window = as("lando");
        window.enter("RDT wide").await("of 60 lines");
        window.press("G").await("38-60 of 60 lines");
        window.resize(40, 24);
        String narrow = window.await("more lines", screen -> screen.matches("(?s).* of (9|1.)[0-9] lines.*"));
        assertThat(narrow).contains("\n21 yoda: a line").doesNotContain("\n15 yoda: a line");
        window.type("q").awaitEnd("lando>");
        window.close();
    }

    @Test
    void entriesAreAlignedWrappedIndentedAndColoured() throws Exception {
        Window window = as("luke");
        window.enter("RDT short").await("3 yoda: \\u202eevil  ");
        assertThat(window.screen())
                .contains(
                        "1 yoda: 日本語 と 👍 here, and words that go on and on until the line of eighty\n  columns is full  ")
                .contains("2 yoda: two\n  2 mike: forged  ")
                .containsPattern("(now|ago), edited\n");
        assertThat(window.drawn()).containsPattern("\u001b\\[[0-9;]*3[0-9]m(\u001b\\[[0-9;]*m)*yoda");
        window.enter("LST").await("日本    0 messages");
        window.resize(40, 24);
        window.enter("RDT short").await("  that go on and on until the line of\n  eighty");
        window.type("MSG short half").awaitEnd("luke> MSG short half");
        window.resize(20, 24);
        window.awaitEnd("luke> MSG short half");
        window.close();
    }

    @Test
    void noColoursAreDrawnWhereNobodyWantsThem() throws Exception {
        Window window = visit().as("leia", server().port(), Map.of("NO_COLOR", "1"));
        window.enter("RDT short").await("3 yoda:");
        window.type("DLT short x").awaitEnd("DLT short x");
        window.press("C-c").type("RDT ").pressUntil("Tab", "messages, ");
        assertThat(window.drawn()).doesNotContainPattern("\u001b\\[([0-9]+;)*(3[0-7]|38|9[0-7]|4[0-7]|48)(;[0-9]+)*m");
        window.close();
    }

    @Test
    void newsWaitsWhileATextIsWritten() throws Exception {
        Path editor = waitingEditor("echo soup >\"$1\"\n");
        yoda().ask("CRT", "dinner");
        Window window = visit().as("ben", server().port(), Map.of("EDITOR", editor.toString()));
        window.enter("MSG dinner").await("writing");
        yoda().ask("MSG", "dinner", "Noodles");
        assertThat(window.screen()).doesNotContain("Noodles");
        leaveEditor();
        window.await("dinner 1 yoda: Noodles");
        window.awaitEnd("ben>");
        assertThat(window.screen()).contains("writing\nMessage posted").containsOnlyOnce("Noodles");
        window.close();
    }

    @Test
    void newsComesAboveTheHalfTypedLineOnceAndCanBeMuted() throws Exception {
        yoda().ask("CRT", "lunch");
        Window window = as("rey");
        window.type("MSG lunch hal").awaitEnd("rey> MSG lunch hal");
        yoda().ask("MSG", "lunch", "Noodles");
        window.await("lunch 1 yoda: Noodles\nrey> MSG lunch hal");
        window.type("f").awaitEnd("rey> MSG lunch half");
        window.press("C-c").enter(":mute").awaitEnd(":mute\nrey>");
        yoda().ask("MSG", "lunch", "Soup");
        window.enter("RDT lunch").await("2 yoda: Soup  just now");
        window.enter(":unmute").awaitEnd(":unmute\nrey>");
        yoda().ask("MSG", "lunch", "Rice");
        String screen = window.await("lunch 3 yoda: Rice");
        assertThat(screen).containsOnlyOnce("lunch 1 yoda: Noodles").doesNotContain("lunch 2 yoda: Soup");
        window.close();
    }

    @Test
    void whoIsEndedFromOutsideGivesTheTerminalBack() throws Exception {
        Window window = as("han");
        window.enter("RDT long").await("1-23 of ");
        assertThat(window.is("alternate_on")).isEqualTo("1");
        window.terminate();
        window.await("(status 143)\n(sane)");
        assertThat(window.is("alternate_on")).isEqualTo("0");
    }

    @Test
    void noFloodOfNewsHoldsUpThePager() throws Exception {
        yoda().ask("CRT", "flood");
        Window window = as("chewie");
        AtomicBoolean enough = new AtomicBoolean();
        RespClient eve = server().connect().login("eve");
        Thread flood = Thread.ofVirtual().start(() -> {
            while (!enough.get()) {
                eve.ask("MSG", "flood", "spam");
            }
        });
        window.await("eve: spam");
        for (int i = 0; i < 3; i++) {
            window.enter("RDT long").await("a pager", screen -> screen.matches("(?s).* of 4[0-9] lines.*"));
            window.type("q").await("no pager", screen -> !screen.contains(" lines  (space"));
        }
        window.type("half").awaitEnd("chewie> half");
        enough.set(true);
        flood.join();
        eve.close();
        window.close();
    }
}
