package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Put up with a server, or with users, that mean no good. */
class HostileServerTest extends ProxiedTest {

    private static final String CLEAR = "\u001b[2J\u001b]0;owned\u0007";

    /** No server stores {@link #CLEAR}, so the proxy puts it, byte for byte, in the place of these. */
    private static final String TITLE = "x".repeat(CLEAR.length());

    private static final String TEXT = "y".repeat(CLEAR.length());

    @BeforeAll
    static void write() {
        yoda().ask("CRT", "books");
        yoda().ask("CRT", "films");
        yoda().ask("CRT", TITLE);
        yoda().ask("MSG", "books", TEXT);
        yoda().ask("MSG", "books", "\u202edlrow");
    }

    @Test
    void nothingOfOthersReachesTheTerminalRaw() throws Exception {
        Window window = visit().as("mike", proxy().port());
        assertThat(window.is("pane_title")).isEqualTo("mike@127.0.0.1 - forum");
        proxy().replace(TITLE, CLEAR);
        window.enter("LST").await("\\x1b[2J\\x1b]0;owned\\x07");
        window.type("RDT ").pressUntil("Tab", "messages, ");
        proxy().replace(TEXT, CLEAR);
        window.press("C-c").enter("RDT books").await("1 yoda: \\x1b[2J\\x1b]0;owned\\x07");
        window.await("2 yoda: \\u202edlrow");
        window.type("DLT books ").pressUntil("Tab", "(yoda: \\x1b[2J\\x1b]0;owned\\x07)");
        window.press("C-c").type("half").awaitEnd("mike> half");
        String payload =
                "{\"event\":\"posted\",\"user\":\"\\u001b[2J\",\"thread\":\"\\u009b2J\",\"number\":1,\"text\":\"\\u0007\"}";
        proxy().say(">3\r\n$7\r\nmessage\r\n$7\r\nthreads\r\n$" + payload.length() + "\r\n" + payload + "\r\n");
        window.await("\\x9b2J 1 \\x1b[2J: \\x07\nmike> half");
        assertThat(window.is("pane_title")).isEqualTo("mike@127.0.0.1 - forum");
        window.close();
    }

    @Test
    void whatIsPipedIsJustAsHarmless() throws Exception {
        Ran first = Ran.in(
                folder(), "leia\nleia\nXIT\n", List.of(Images.client().toString(), "127.0.0.1", "" + server().port()));
        assertThat(first.status()).isZero();
        proxy().replace(TEXT, CLEAR);
        String url = "forum://leia@127.0.0.1:" + proxy().port();
        String client = "FORUM_PASSWORD=leia exec " + Images.client() + " -c 'RDT books' " + url;
        Ran ran = Ran.in(folder(), "", List.of("sh", "-c", client));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("1 yoda: \\x1b[2J\\x1b]0;owned\\x07\n2 yoda: \\u202edlrow\n");
    }

    @Test
    void nonsenseEndsInASentenceAndASaneTerminal() throws Exception {
        for (String nonsense :
                List.of("nonsense\r\n", "$999999999999\r\n", "*2000000000\r\n", "+an answer to no question\r\n")) {
            Window window = visit().as("luke", proxy().port());
            window.type("half").awaitEnd("luke> half");
            proxy().say(nonsense);
            window.await("does not answer as a forum does");
            window.await("Connected again");
            window.awaitEnd("luke> half");
            window.press("C-c").awaitEnd("luke>");
            window.press("C-d").await("(sane)");
            window.close();
        }
    }

    @Test
    void endlessRepliesFindTheirEndInBoundedMemory() throws Exception {
        for (String endless :
                List.of("*10000000\r\n" + ":1\r\n".repeat(10_000), "$20000000\r\n" + "x".repeat(50_000))) {
            Window window = visit().as("rey", proxy().port());
            proxy().hold();
            window.enter("LST");
            proxy().sayForEver(endless);
            window.await("does not answer as a forum does");
            proxy().release();
            window.await("Connected again");
            window.awaitEnd("rey>");
            window.press("C-d").await("(sane)");
            window.close();
        }
    }

    @Test
    void aThreadFullOfTheLongestTextsIsReadAsOftenAsOneLikes() throws Exception {
        yoda().ask("CRT", "full");
        for (int i = 0; i < 480; i++) {
            yoda().ask("MSG", "full", "word ".repeat(13_000));
        }
        Window window = visit().as("finn", server().port());
        for (int i = 0; i < 2; i++) {
            window.enter("RDT full").await(" lines  (space: on");
            window.type("q").awaitEnd("finn>");
        }
        window.enter("RDT full").await(" lines  (space: on");
        window.resize(60, 20);
        window.await("more lines", screen -> screen.matches("(?s).* of 5[0-9]{5} lines .*"));
        window.type("q").awaitEnd("finn>");
        window.close();
    }

    @Test
    void endlessNewsIsBorne() throws Exception {
        Window window = visit().as("ben", proxy().port(), Map.of());
        String payload = "{\"event\":\"created\",\"user\":\"eve\",\"thread\":\"spam\"}";
        window.enter("RDT books").await("2 yoda:");
        window.awaitEnd("ben>");
        proxy().sayForEver(">3\r\n$7\r\nmessage\r\n$7\r\nthreads\r\n$" + payload.length() + "\r\n" + payload + "\r\n");
        window.await("eve created thread spam");
        window.awaitPast("older news was not kept");
        window.type("half").await("ben> half");
        proxy().fail();
        window.awaitPast("trying to get it back");
        window.awaitEnd("ben> half");
        window.press("C-c").awaitEnd("ben>");
        window.press("C-d").await("(sane)");
    }
}
