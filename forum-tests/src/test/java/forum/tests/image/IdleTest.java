package forum.tests.image;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Say nothing for a long time: it takes as long as it takes. */
@EnabledIfSystemProperty(named = "forum.long", matches = "true")
@Timeout(value = 400, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IdleTest extends ProxiedTest {

    /** The client asks for one after half a minute; what is between here and there may forget it after a whole one. */
    private static final Duration A_SIGN_OF_LIFE = Duration.ofSeconds(50);

    /** Where one came through, the next is waited for, and then as long for its answer. */
    private static final Duration THE_END = Duration.ofSeconds(180);

    @Test
    void anIdleConnectionIsKeptAliveAndOneThatIsDeadIsFoundOut() throws Exception {
        Window window = visit().as("mike", proxy().port());
        window.type("half").awaitEnd("mike> half");
        for (int i = 0; i < 3; i++) {
            proxy().awaitRequest("PING", A_SIGN_OF_LIFE);
        }
        window.awaitEnd("mike> half");
        proxy().hold();
        window.await("the end", screen -> screen.contains("does not answer any more"), THE_END);
        proxy().release();
        window.await("Connected again");
        window.awaitEnd("mike> half");
        window.press("C-c").awaitEnd("mike> half\nmike>");
        window.press("C-d").await("(status 0)\n(sane)");
    }

    @Test
    void aScriptFindsOutThatTheServerIsGone() throws Exception {
        visit().as("luke", proxy().port()).close();
        String url = "forum://luke@127.0.0.1:" + proxy().port();
        Window window = visit().client(Map.of("FORUM_PASSWORD", "luke"), "--json", url);
        window.enter("LST").await("\"command\":\"LST\"");
        proxy().hold();
        window.enter("LST").await("the end", screen -> screen.contains("does not answer any more"), THE_END);
        window.await("(status 3)\n(sane)");
        proxy().release();
    }
}
