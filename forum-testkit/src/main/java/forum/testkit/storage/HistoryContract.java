package forum.testkit.storage;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Answer;
import forum.api.Message;
import forum.api.storage.Session;
import forum.testkit.storage.History.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State that whatever many do at once, one order explains it. */
public interface HistoryContract extends StorageUnderTest {

    @Test
    default void oneOrderExplainsWhatManyWereAnswered(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        int rounds = Boolean.getBoolean("forum.long") ? 5000 : 100;
        try (TestForum forum = open(folder)) {
            for (int round = 0; round < rounds; round++) {
                String thread = "thread" + round;
                done(forum.as("yoda").create(name(thread)));
                List<Function<Call, String>> actors = Stream.generate(() -> actor(forum.as("yoda"), thread))
                        .limit(4)
                        .toList();
                History history = Crowd.act(seed + 100L * round, actors);
                assertThat(history.isExplained())
                        .as("round %d of seed %d:%n%s", round, seed, history)
                        .isTrue();
            }
        }
    }

    private static Function<Call, String> actor(Session session, String thread) {
        return call -> {
            String answer = switch (call) {
                case Call.Post(String text) -> answer(session.post(name(thread), text(text)));
                case Call.Edit(int number, String text) ->
                    answer(session.edit(name(thread), number(number), text(text)));
                case Call.Delete(int number) -> answer(session.delete(name(thread), number(number)));
                case Call.Read() ->
                    entries(session, thread).stream()
                            .map(entry -> ((Message) entry).text().toString())
                            .collect(Collectors.joining("\n"));
            };
            session.sync();
            return answer;
        };
    }

    private static String answer(Answer<Message> answer) {
        return answer instanceof Answer.Done ? History.DONE : History.REFUSED;
    }
}
