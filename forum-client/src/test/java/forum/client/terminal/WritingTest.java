package forum.client.terminal;

import static forum.client.Docs.argument;
import static forum.client.Docs.array;
import static forum.client.Docs.map;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Failure;
import forum.api.wire.WireValue.Simple;
import forum.client.Docs;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Write texts, and point at messages. */
class WritingTest extends VirtualTerminalTest {

    @Test
    void editingStartsFromThePresentText() throws Exception {
        forum.on("RDT news", array(message(1, "mike", "good mornin")))
                .on("PEEK RDT news #101 #101", array(message(1, "mike", "good mornin")))
                .on("EDT news #101 good morning", new Simple("Message has been edited"));
        screen.type("RDT news\n");
        screen.await("1 mike: good mornin  5 min ago\nmike>");
        screen.type("EDT news 1\n");
        screen.await("mike> EDT news 1 good mornin", s -> s.endsWith("mike> EDT news 1 good mornin"));
        screen.type("g\n");
        screen.await("Message has been edited");
    }

    @Test
    void theForumSaysWhyThereIsNoTextToStartFrom() throws Exception {
        forum.on("THREAD news", new Failure("NOTHREAD Thread news not exists"))
                .on("PEEK RDT news 0 0", new Failure("NOTHREAD Thread news not exists"))
                .on("EDT news 1 ", new Failure("NOTHREAD Thread news not exists"));
        screen.type("EDT news 1\n");
        screen.await("Thread news not exists\nmike>");
    }

    @Test
    void whoseTextIsSomebodyElsesIsToldSoBeforeTheEditorOpens() throws Exception {
        restart(Map.of("EDITOR", "echo opened; false"));
        forum.on("THREAD news", map("files", 0))
                .on("PEEK RDT news 0 0", array(message(1, "yoda", "mine")))
                .on("EDT news #101 ", new Failure("NOTOWNER The message belongs to another user"));
        screen.type("EDT news 1\n");
        assertThat(screen.await("belongs to another user\nmike>")).doesNotContain("opened");
    }

    @Test
    void aCommandThatChangesWhatOthersWroteStartsFromTheirText() throws Exception {
        restart(Map.of("EDITOR", "printf ', corrected' >>"));
        forum.on("THREAD news", map("files", 0))
                .on("PEEK RDT news 0 0", array(message(1, "yoda", "theirs")))
                .on("EDT news #101 ", new Failure("BADTEXT The text must not be empty"))
                .on("EDT news #101 theirs, corrected", new Simple("Message has been edited"));
        screen.type("EDT news 1\n");
        screen.await("Message has been edited");
    }

    @Test
    void aPluginsCommandIsNeverGivenATextThatNobodyHasWritten() throws Exception {
        WireValue[] arguments = {
            argument("thread", "thread"), argument("message", "message"), argument("note", "new-text")
        };
        forum.on("COMMAND DOCS", Docs.forumWith("NOTE", "Note", map("shape", "line"), arguments));
        restart(Map.of("EDITOR", "printf ', noted' >>"));
        forum.on("THREAD news", map("files", 0))
                .on("PEEK RDT news 0 0", array(message(1, "yoda", "theirs")))
                .on("PEEK RDT news 8 8", array())
                .on("NOTE news #101 ", new Failure("NOTOWNER This did something"))
                .on("NOTE news 9 ", new Simple("This did something"))
                .on("NOTE news #101 theirs, noted", new Simple("Noted"));
        screen.type("NOTE news 9\n");
        screen.await("Usage: NOTE thread message note\nmike>");
        screen.type("NOTE news 1\n");
        assertThat(screen.await("\nNoted\nmike>")).doesNotContain("did something");
    }

    @Test
    void aNumberMeansTheMessageThatWasSeenUnderIt() throws Exception {
        forum.on("RDT news", array(message(1, "mike", "one"), message(2, "mike", "two")))
                .on("DLT news #102", new Simple("Message has been deleted"))
                .on("DLT news 3", new Failure("BADNUMBER Invalid message number"));
        screen.type("RDT news\n");
        screen.await("2 mike: two  5 min ago\nmike>");
        tell("thread:news", "{\"event\":\"deleted\",\"user\":\"yoda\",\"thread\":\"news\",\"number\":1,\"id\":101}");
        screen.await("yoda deleted 1 from thread news");
        screen.type("DLT news 2\n");
        screen.await("Message has been deleted");
        screen.type("DLT news 3\n");
        screen.await("Invalid message number");
    }

    @Test
    void textsAreWrittenWithTheEditor() throws Exception {
        restart(Map.of("EDITOR", "printf 'two\\nlines\\n' >"));
        forum.on("MSG news two\nlines", new Simple("Message posted to news thread"));
        screen.type("MSG news\n");
        screen.await("Message posted to news thread");
    }

    @Test
    void aTextThatIsRefusedIsKept() throws Exception {
        restart(Map.of("VISUAL", "printf 'a text' >"));
        forum.on("MSG news a text", new Failure("NOTHREAD Thread news not exists"))
                .on("WHO", array());
        screen.type("MSG news\n");
        String shown = screen.await("kept", s -> s.contains("Your text is kept in ") && s.endsWith("mike>"));
        Path kept = folder.resolve(shown.replaceAll("(?s).*kept in ~/(\\S+).*", "$1"));
        screen.type("LST\n");
        screen.await("cinema");
        assertThat(kept).hasContent("a text");
    }

    @Test
    void aTextThatIsLeftEmptyIsNotSent() throws Exception {
        restart(Map.of("EDITOR", "true"));
        screen.type("MSG news\nLST\n");
        assertThat(screen.await("cinema")).doesNotContain("Incorrect");
        assertThat(forum.requests()).noneMatch(request -> request.startsWith("MSG"));
    }

    @Test
    void pastedLinesStayOneMessage() throws Exception {
        forum.on("MSG news one\ntwo", new Simple("Message posted to news thread"));
        screen.type("MSG news \u001b[200~one\ntwo\n\u001b[201~\n");
        screen.await("Message posted to news thread");
    }
}
