package forum.client;

import static forum.client.Docs.array;
import static forum.client.Docs.map;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue.Failure;
import forum.api.wire.WireValue.Simple;
import org.junit.jupiter.api.Test;

/** Read commands from a pipe, and print what is answered. */
class PipedAnswersTest extends PipedTest {

    @Test
    void threadsAreListedUnderTheirHeading() {
        forum.on("LST", array(map("title", "a", "messages", 1), map("title", "b", "messages", 0)));
        assertThat(answerTo("lst")).isEqualTo("The list of active threads:\na\nb\n");
    }

    @Test
    void noThreadsAreSaidSo() {
        forum.on("LST", array());
        assertThat(answerTo("LST")).isEqualTo("No threads to list\n");
    }

    @Test
    void emptyThreadsAreNamed() {
        forum.on("RDT a", array());
        assertThat(answerTo("RDT a")).isEqualTo("Thread a is empty\n");
    }

    @Test
    void noTextCanPassForAnEntry() {
        forum.on(
                "RDT a",
                array(
                        map(
                                "number",
                                1,
                                "id",
                                7,
                                "author",
                                "yoda",
                                "time",
                                0,
                                "edited",
                                false,
                                "text",
                                "hi\n2 mike: no"),
                        map("id", 8, "author", "yoda", "time", 0, "file", "test.exe", "size", 3, "sha256", "00")));
        assertThat(answerTo("RDT a")).isEqualTo("1 yoda: hi\n  2 mike: no\nyoda uploaded test.exe\n");
    }

    @Test
    void escapeSequencesOfOthersAreShownNotSent() {
        forum.on("RDT a", array(map("number", 1, "id", 7, "author", "y\u202eoda", "text", "\u001b[2J\u0007boo")));
        assertThat(answerTo("RDT a")).isEqualTo("1 y\\u202eoda: \\x1b[2J\\x07boo\n");
    }

    @Test
    void escapeSequencesInErrorsAreShownNotSent() {
        forum.on("CRT a", new Failure("EXISTS Thread \u001b]0;x exists"));
        assertThat(answerTo("CRT a")).isEqualTo("Thread \\x1b]0;x exists\n");
    }

    @Test
    void tablesOfPluginsAreAligned() {
        forum.on("WHO", array(map("user", "mike", "idle", 5), map("user", "obi-wan", "idle", 65)));
        assertThat(answerTo("WHO")).isEqualTo("""
                        Logged in:
                        user          idle
                        mike           5 s
                        obi-wan  1 min 5 s
                        """);
    }

    @Test
    void textsGoOutVerbatim() {
        forum.on("MSG a  two  spaces \"kept\" ", new Simple("Message posted to a thread"));
        assertThat(answerTo("MSG   a  two  spaces \"kept\" ")).isEqualTo("Message posted to a thread\n");
    }

    @Test
    void wrongNumbersOfArgumentsAreNotSent() {
        talk(LOGIN + "LST x\nMSG a\nMSG a \nRDT a 1 2 3\n");
        assertThat(out())
                .contains(SENTENCE + "Incorrect syntax for LST\n")
                .contains(SENTENCE + "Incorrect syntax for MSG\n" + SENTENCE + "Incorrect syntax for MSG\n")
                .contains(SENTENCE + "Incorrect syntax for RDT\n");
        assertThat(forum.requests()).doesNotContain("LST x", "MSG a", "MSG a ");
    }

    @Test
    void unknownCommandsAreInvalid() {
        assertThat(answerTo("FLY a")).isEqualTo("Invalid command\n");
    }

    @Test
    void emptyLinesAreIgnored() {
        assertThat(answerTo("   ")).isEmpty();
    }
}
