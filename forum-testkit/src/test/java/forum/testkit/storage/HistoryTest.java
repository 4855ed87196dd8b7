package forum.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import forum.testkit.storage.History.Call;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Call READ = new Call.Read();

    private final History history = new History();

    @Test
    void whatHappenedOneAfterTheOtherIsExplainedByThatOrderAlone() {
        answer(new Call.Post("a"), History.DONE);
        answer(new Call.Post("b"), History.DONE);
        answer(new Call.Edit(1, "c"), History.DONE);
        answer(READ, "c\nb");
        answer(new Call.Delete(1), History.DONE);
        answer(new Call.Delete(2), History.REFUSED);
        answer(READ, "b");
        assertThat(history.isExplained()).isTrue();
        answer(READ, "c\nb");
        assertThat(history.isExplained()).isFalse();
    }

    @Test
    void twoAtOnceMayHaveComeInEitherOrderButInOne() {
        history.perform(new Call.Post("a"), _ -> {
            answer(new Call.Post("b"), History.DONE);
            answer(READ, "b");
            return History.DONE;
        });
        answer(READ, "b\na");
        assertThat(history.isExplained()).isTrue();
        answer(READ, "a\nb");
        assertThat(history.isExplained()).isFalse();
    }

    @Test
    void aLostPostIsNotExplained() {
        answer(new Call.Post("a"), History.DONE);
        answer(new Call.Post("b"), History.DONE);
        answer(READ, "b");
        assertThat(history.isExplained()).isFalse();
    }

    @Test
    void aPostThatComesTwiceIsNotExplained() {
        answer(new Call.Post("a"), History.DONE);
        answer(READ, "a\na");
        assertThat(history.isExplained()).isFalse();
    }

    @Test
    void anOldReadIsNotExplained() {
        answer(new Call.Post("a"), History.DONE);
        answer(READ, "");
        assertThat(history.isExplained()).isFalse();
    }

    private void answer(Call call, String answer) {
        Function<Call, String> forum = _ -> answer;
        history.perform(call, forum);
    }
}
