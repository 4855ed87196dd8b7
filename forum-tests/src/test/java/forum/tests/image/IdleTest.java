package forum.tests.image;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Say nothing for a long time: it takes as long as it takes. */
@EnabledIfSystemProperty(named = "forum.long", matches = "true")
@Timeout(value = 400, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IdleTest extends ProxiedTest {

    /** The client looks every half minute whether nothing was said for half a minute. */
    private static final Duration A_SIGN_OF_LIFE = Duration.ofSeconds(90);

    /** Where one came through, the next is waited for, and then as long for its answer. */
    private static final Duration THE_END = Duration.ofSeconds(180);

    @Test
    void anIdleConnectionIsKeptAliveAndOneThatIsDeadIsFoundOut() throws Exception {
        Window window = visit().as("mike", proxy().port());
        window.type("half").awaitEnd("mike> half");
        proxy().awaitRequest("PING", A_SIGN_OF_LIFE);
        window.awaitEnd("mike> half");
        proxy().hold();
        window.await("the end", screen -> screen.contains("does not answer any more"), THE_END);
        proxy().release();
        window.await("Connected again");
        window.awaitEnd("mike> half");
        window.press("C-c").awaitEnd("mike> half\nmike>");
        window.press("C-d").await("(status 0)\n(sane)");
    }
}
