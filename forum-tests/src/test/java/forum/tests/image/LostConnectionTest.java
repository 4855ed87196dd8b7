package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.RespClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lose the connection under the client's image, on a terminal. */
class LostConnectionTest extends ProxiedTest {

    @BeforeAll
    static void talk() {
        yoda().ask("CRT", "films");
        for (int i = 1; i <= 40; i++) {
            yoda().ask("MSG", "films", "text number " + i);
        }
    }

    @Test
    void aLostConnectionComesBackAndTheHalfTypedLineSurvives() throws Exception {
        Window window = visit().as("mike", proxy().port());
        window.type("MSG films half").await("mike> MSG films half");
        proxy().fail();
        window.await("closed the connection");
        window.awaitEnd("mike> MSG films half");
        window.type(" typed").awaitEnd("mike> MSG films half typed");
        window.press("Enter").await("There is no connection yet");
        window.awaitEnd("mike> MSG films half typed");
        proxy().mend();
        window.await("Connected again");
        window.awaitEnd("mike> MSG films half typed");
        window.press("Enter").await("Message posted to films thread");
        window.enter("XIT").await("(status 0)\n(sane)");
    }

    @Test
    void aLineByLineClientComesBackToo() throws Exception {
        Window window = visit().as("luke", proxy().port(), Map.of(), "--plain");
        window.type("MSG films half");
        proxy().fail();
        window.await("closed the connection");
        proxy().mend();
        window.await("Connected again");
        window.enter(" typed").await("Message posted to films thread");
        window.enter("XIT").await("(status 0)\n(sane)");
    }

    @Test
    void whatWasAnsweredBeforeIsNotHalfTyped() throws Exception {
        Window window = visit().as("rey", proxy().port());
        window.enter("RDT films").await("1-23 of ");
        proxy().fail();
        window.await("trying to get it back");
        window.awaitEnd("rey>");
        window.press("C-d").await("(status 0)\n(sane)");
    }

    @Test
    void whoDoesNotWantToWaitLeaves() throws Exception {
        Window window = visit().as("leia", proxy().port());
        proxy().fail();
        window.await("closed the connection");
        window.awaitEnd("leia>");
        assertThat(window.press("C-d").await("(sane)")).contains("(status 0)");
    }

    @Test
    void whoIsLoggedInAlreadyMayTryAgain() throws Exception {
        RespClient first = server().connect().login("han");
        Window window = visit().client(Map.of(), "forum://han@127.0.0.1:" + server().port());
        window.await("han has already logged in\nTry again as han? [y/N]");
        first.close();
        window.enter("y").await("Enter password:");
        window.enter("han").awaitEnd("han>");
        window.press("C-d").await("Goodbye\n(status 0)");
    }
}
