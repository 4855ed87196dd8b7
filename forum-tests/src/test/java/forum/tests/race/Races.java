package forum.tests.race;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.storage.StorageProvider;
import forum.testkit.ForumFixture;
import forum.testkit.RecordedLog;
import forum.testkit.RespClient;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Of many who want one thing, one gets it. */
abstract class Races {

    private static final int CLIENTS = 20;

    private final ForumFixture forum;

    Races(StorageProvider storage) {
        forum = ForumFixture.start(storage);
    }

    @AfterEach
    void stopWithoutAFault() {
        forum.close();
        assertThat(forum.log().lines())
                .extracting(RecordedLog.Line::level)
                .as("%s", forum.log())
                .doesNotContain(Level.ERROR);
    }

    @RepeatedTest(3)
    void ofTwentyWhoRaceForANewNameOneGetsIt() throws Exception {
        List<String> answers = Racers.race(CLIENTS, _ -> forum.connect(), (client, number) -> {
            String known = client.ask("LOGIN-N", "mike");
            return known.equals("+NU") ? client.ask("LOGIN-NP", "password-" + number) : known;
        });
        assertThat(answers).filteredOn("+YN"::equals).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.equals("+YN")).allMatch("+LD"::equals);
    }

    @Test
    void ofTwentyWhoRaceForAKnownNameOneGetsIt() throws Exception {
        forum.login("mike").ask("XIT");
        List<String> answers = Racers.race(CLIENTS, _ -> forum.connect(), (client, _) -> {
            String known = client.ask("LOGIN-N", "mike");
            return known.equals("+PWD") ? client.ask("LOGIN-P", "mike") : known;
        });
        assertThat(counted(answers)).isEqualTo(Map.of("+Y", 1L, "+LD", CLIENTS - 1L));
    }

    @Test
    void ofTwentyWhoCreateAThreadOneDoes() throws Exception {
        List<String> answers = Racers.race(CLIENTS, Racers.users(forum), (client, _) -> client.ask("CRT", "a"));
        assertThat(counted(answers))
                .isEqualTo(Map.of("+Thread a created", 1L, "-EXISTS Thread a exists", CLIENTS - 1L));
    }

    @Test
    void ofTwentyWhoUploadAFileOneDoesAndItIsThatOnes() throws Exception {
        RespClient reader = forum.login("yoda");
        reader.ask("CRT", "a");
        List<String> answers = Racers.race(
                CLIENTS,
                Racers.users(forum),
                (client, number) -> client.ask("UPD", "a", "f", "bytes of user-" + number));
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("-FILEEXISTS f already exist in Thread a"))
                .singleElement()
                .satisfies(winner -> {
                    String user = winner.substring(1, winner.indexOf(' '));
                    assertThat(reader.ask("DWN", "a", "f")).isEqualTo("\"bytes of " + user + "\"");
                });
    }

    @Test
    void messagesOfTwentyAreNumberedWithoutGap() throws Exception {
        RespClient reader = forum.login("yoda");
        reader.ask("CRT", "a");
        Racers.race(CLIENTS, Racers.users(forum), (client, _) -> {
            for (int i = 0; i < 10; i++) {
                client.ask("MSG", "a", "message-" + i);
            }
            return "";
        });
        String all = reader.ask("RDT", "a");
        for (int n = 1; n <= 10 * CLIENTS; n++) {
            assertThat(all).containsOnlyOnce("\"" + n + " user-");
        }
    }

    @RepeatedTest(5)
    void aNameIsFreeAtOnceWhenItsConnectionIsCut() {
        for (int i = 0; i < 10; i++) {
            RespClient client = forum.login("mike");
            switch (i % 3) {
                case 0 -> client.cut();
                case 1 -> client.close();
                default -> client.stopSending();
            }
        }
    }

    private static Map<String, Long> counted(List<String> answers) {
        return answers.stream().collect(groupingBy(Function.identity(), counting()));
    }
}
