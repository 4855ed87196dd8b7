package forum.client.net;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RepliesTest {

    private final Replies replies = new Replies();

    @Test
    void anAnswerToNoQuestionIsNotTaken() {
        assertThat(replies.arrived(new WireValue.Simple("OK"))).isFalse();
    }

    @Test
    void aSubscriptionIsAnsweredByAPushOrRefused() {
        CompletableFuture<WireValue> first = replies.expect(Request.of("PSUBSCRIBE", "*"));
        assertThat(replies.arrived(new WireValue.Simple("OK"))).isFalse();
        assertThat(first).isNotDone();
        replies.confirmed(List.of(WireValue.Bulk.of("psubscribe")));
        assertThat(first).isDone();
        CompletableFuture<WireValue> second = replies.expect(Request.of("PSUBSCRIBE", "*"));
        assertThat(replies.arrived(new WireValue.Failure("FULL no more"))).isTrue();
        assertThat(second).isDone();
    }
}
