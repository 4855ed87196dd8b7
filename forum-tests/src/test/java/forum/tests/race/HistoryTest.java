package forum.tests.race;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.storage.Capacity;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.Crowd;
import forum.testkit.storage.History;
import forum.testkit.storage.History.Call;
import forum.tests.Storages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Do much at once over TCP: one order explains what everybody was answered. */
class HistoryTest {

    private static final int ROUNDS = Boolean.getBoolean("forum.long") ? 2000 : 50;

    @Test
    void oneOrderExplainsWhatManyWereAnswered() throws Exception {
        long seed = Long.getLong("forum.seed", System.nanoTime());
        System.out.println("forum.seed=" + seed);
        try (ForumFixture forum =
                ForumFixture.start(Storages.named("fs"), config -> config.withCapacity(_ -> Capacity.UNLIMITED))) {
            RespClient mike = forum.login("mike");
            List<RespClient> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(forum.connect());
                assertThat(clients.getLast().ask("AUTH", "mike", "mike")).isEqualTo("+OK");
            }
            for (int round = 0; round < ROUNDS; round++) {
                String thread = "thread" + round;
                mike.ask("CRT", thread);
                List<Function<Call, String>> actors =
                        clients.stream().map(client -> actor(client, thread)).toList();
                History history = Crowd.act(seed + 100L * round, actors);
                assertThat(history.isExplained())
                        .as("round %d of seed %d:%n%s", round, seed, history)
                        .isTrue();
            }
        }
    }

    private static Function<Call, String> actor(RespClient client, String thread) {
        return call -> switch (call) {
            case Call.Post(String text) -> answer(client.ask("MSG", thread, text));
            case Call.Edit(int number, String text) ->
                answer(client.ask("EDT", thread, Integer.toString(number), text));
            case Call.Delete(int number) -> answer(client.ask("DLT", thread, Integer.toString(number)));
            case Call.Read() -> texts(client.ask("RDT", thread));
        };
    }

    private static String answer(String reply) {
        return reply.startsWith("+") ? History.DONE : History.REFUSED;
    }

    private static String texts(String reply) {
        return Stream.of(reply.substring(1, reply.length() - 1).split("\", \""))
                .filter(line -> !line.isEmpty())
                .map(line -> line.replace("\"", "").replaceFirst("^\\d+ mike: ", ""))
                .collect(Collectors.joining("\n"));
    }
}
