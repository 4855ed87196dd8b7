package forum.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Show news above the line that is typed. */
class NewsTest extends VirtualTerminalTest {

    @Test
    void newsOfOthersIsShownAboveTheHalfTypedLine() throws Exception {
        forum.awaitRequest("PSUBSCRIBE");
        screen.type("MSG news half");
        screen.await("half");
        tell(
                "thread:news",
                "{\"event\":\"posted\",\"user\":\"mike\",\"thread\":\"news\",\"number\":1,\"text\":\"mine\"}");
        tell(
                "thread:news",
                "{\"event\":\"posted\",\"user\":\"yoda\",\"thread\":\"news\",\"number\":2,\"text\":\"e\\u001bvil\\nlines\"}");
        assertThat(screen.await("evil", s -> s.contains("news 2 yoda: e\\x1bvil lines\nmike> MSG news half")))
                .doesNotContain("mine");
    }

    @Test
    void aFloodOfNewsLetsTypingThrough() throws Exception {
        forum.awaitRequest("PSUBSCRIBE");
        AtomicBoolean enough = new AtomicBoolean();
        Runnable telling = () -> {
            try {
                while (!enough.get()) {
                    tell("threads", "{\"event\":\"created\",\"user\":\"eve\",\"thread\":\"spam\"}");
                }
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        };
        CompletableFuture<Void> flood = CompletableFuture.runAsync(telling, Thread::startVirtualThread);
        screen.await("eve created thread spam");
        screen.type("RDT cinema");
        screen.await("what is typed", s -> s.endsWith("mike> RDT cinema [first] [last]"));
        screen.type(CTRL_C + "WHO\n");
        forum.awaitRequest("WHO");
        enough.set(true);
        flood.join();
    }

    @Test
    void newsThatIsLongerThanNewsCanBeIsNotKept() throws Exception {
        forum.awaitRequest("PSUBSCRIBE");
        String tooLong = "x".repeat(1 << 20);
        tell("threads", "{\"event\":\"created\",\"user\":\"eve\",\"thread\":\"" + tooLong + "\"}");
        tell("threads", "{\"event\":\"created\",\"user\":\"yoda\",\"thread\":\"one\"}");
        assertThat(screen.await("1 older news was not kept\nyoda created thread one"))
                .doesNotContain("xxx");
    }

    @Test
    void newsCanBeMuted() throws Exception {
        forum.awaitRequest("PSUBSCRIBE");
        screen.type(":mute\n");
        screen.await("muted", s -> s.endsWith(":mute\nmike>"));
        tell("threads", "{\"event\":\"created\",\"user\":\"yoda\",\"thread\":\"one\"}");
        screen.type("LST\n");
        screen.await("5 min ago\nmike>");
        screen.type(":unmute\n");
        screen.await("unmuted", s -> s.endsWith(":unmute\nmike>"));
        tell("threads", "{\"event\":\"created\",\"user\":\"yoda\",\"thread\":\"two\"}");
        assertThat(screen.await("yoda created thread two")).doesNotContain("thread one");
    }
}
