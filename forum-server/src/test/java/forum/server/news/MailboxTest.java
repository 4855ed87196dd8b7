package forum.server.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What waits for a reader is bounded, in bytes and in pieces. */
class MailboxTest {

    private final Mailbox mailbox = new Mailbox(1000, InstantSource.system());

    private void put(String channel, int bytes) {
        mailbox.put(new Item(channel, Optional.empty(), "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Take what is there, up to a last item that is put in for that. */
    private List<String> taken() throws InterruptedException {
        mailbox.put(new Item("end", Optional.empty(), new byte[0]));
        List<String> taken = new ArrayList<>();
        for (Item item = mailbox.take().orElseThrow();
                !item.channel().equals("end");
                item = mailbox.take().orElseThrow()) {
            boolean missed = new String(item.payload(), StandardCharsets.UTF_8).contains("\"missed\"");
            taken.add(item.channel() + (missed ? " missed" : " " + item.payload().length));
        }
        return taken;
    }

    @Test
    void whatFitsComesInItsOrder() throws Exception {
        put("a", 500);
        put("b", 499);
        assertThat(taken()).containsExactly("a 500", "b 499");
    }

    @Test
    void aByteTooMuchLeavesOneMissedForEachChannel() throws Exception {
        put("a", 500);
        put("b", 400);
        put("a", 101);
        put("c", 10);
        assertThat(taken()).containsExactly("a missed", "b missed", "c 10");
    }

    @Test
    void whatIsTooMuchByItselfIsMissedToo() throws Exception {
        put("a", 1001);
        put("b", 10);
        assertThat(taken()).containsExactly("a missed", "b 10");
    }

    @Test
    void howeverMuchComesLittleIsKept() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            put("a", 0);
            put("b", i % 900);
        }
        assertThat(taken()).hasSizeLessThan(2_010);
    }
}
