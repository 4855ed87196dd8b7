package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Type commands. */
class PromptTest extends TerminalTest {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    @BeforeAll
    static void talk() {
        yoda().ask("CRT", "film-old");
        yoda().ask("CRT", "Cinema");
        yoda().ask("CRT", "books");
        yoda().ask("MSG", "books", "Dune is a good one");
        yoda().ask("MSG", "Cinema", "Seven Samurai tonight");
        yoda().ask("MSG", "Cinema", "Ran tomorrow");
        yoda().ask("CRT", "film-new");
        yoda().ask("UPD", "Cinema", "my poster.png", "bytes");
    }

    @Test
    void everythingIsCompletedAsTheCatalogueSays() throws Exception {
        Files.createDirectory(folder().resolve("pic tures"));
        Files.writeString(folder().resolve("pic tures/cat.png"), "cat");
        Window window = as("mike");
        window.press("Tab").await("(Create a thread)");
        window.press("C-c").type("rdt film").pressUntil("Tab", "(0 messages, ");
        String shown = window.screen();
        assertThat(shown.indexOf("film-new")).as(shown).isBetween(0, shown.indexOf("film-old"));
        window.press("C-c").awaitEnd("mike>");
        window.type("rdt CIN").pressUntil("Tab", "rdt Cinema");
        window.press("Enter").await("1 yoda: Seven Samurai tonight");
        window.type("DLT Cinema ").pressUntil("Tab", "(yoda: Seven Samurai tonight)");
        window.press("C-c").type("DWN Cinema ").pressUntil("Tab", "DWN Cinema my\\ poster.png");
        window.press("C-c").type("UPD Cinema ~/pi").pressUntil("Tab", "UPD Cinema ~/pic\\ tures/");
        window.pressUntil("Tab", "UPD Cinema ~/pic\\ tures/cat.png");
        window.press("Enter").await("mike uploaded file cat.png to Cinema thread");
        window.type("MSG Cinema B").press("Tab").type("x").await("> MSG Cinema Bx");
        window.press("C-c").awaitEnd("mike>");
        window.press("C-d").await("Goodbye\n(status 0)\n(sane)");
    }

    @Test
    void typingIsNeverBlockedByASlowLine() throws Exception {
        try (Proxy proxy = new Proxy(server().port())) {
            Window window = visit().as("luke", proxy.port());
            proxy.hold();
            window.type("RDT bo").press("Tab").type("oks").awaitEnd("luke> RDT books [first] [last]");
            proxy.release();
            window.press("C-u").awaitEnd("luke>");
            window.type("RDT bo").pressUntil("Tab", "luke> RDT books");
            window.press("Enter").await("1 yoda: Dune");
            window.close();
        }
    }

    @Test
    void usageIsHintedWrongArgumentsAreMarkedAndCommandsExplained() throws Exception {
        Window window = as("leia");
        window.type("EDT").awaitEnd("leia> EDT thread message text");
        window.type(" books").awaitEnd("leia> EDT books message text");
        window.type(" one").await("one", screen -> screen.endsWith("EDT books one text"));
        assertThat(window.drawn()).contains("\u001b[31mone");
        window.press("C-c").type("RDT nosuch ").await("nosuch");
        window.press("C-c").enter("help dwn").await("Download a file of a thread");
        window.enter("? rmv").await("Remove a thread of yours with all it holds");
        window.type("help LS").pressUntil("Tab", "help LST");
        window.press("C-c").enter("?").await("help COMMAND explains one");
        window.enter("RTD books").await("Invalid command\nDid you mean RDT?");
        window.close();
    }

    @Test
    void historyOutlivesTheSessionAndHoldsNoSecret() throws Exception {
        Window first = as("han");
        first.enter("RDT books").await("1 yoda: Dune");
        first.enter("SHT wrong-one").await("Incorrect password");
        first.enter("SHT").await("Enter password:");
        first.enter("unseen").await("2 Incorrect", screen -> screen.split("Incorrect password", -1).length == 3);
        assertThat(first.screen()).contains("SHT *********").doesNotContain("wrong-one", "unseen");
        first.press("C-d").await("(status 0)");
        first.close();
        Window second = as("han");
        second.press("C-r").type("boo").await("RDT books");
        second.press("C-c").awaitEnd("han>");
        second.pressUntil("Up", "han> SHT password");
        Path state = folder().resolve(".local/state/forum/history-127.0.0.1:" + server().port());
        assertThat(state).content().contains("RDT books").doesNotContain("wrong-one", "unseen");
        assertThat(Files.getPosixFilePermissions(folder().resolve(".local"))).isEqualTo(OWNER_ALONE);
        assertThat(Files.getPosixFilePermissions(state.getParent())).isEqualTo(OWNER_ALONE);
        second.close();
    }

    @Test
    void whereNothingCanBeKeptNothingIsSaid() throws Exception {
        Window window = visit().as("quigon", server().port(), Map.of("XDG_STATE_HOME", "/dev/null"));
        window.enter("RDT books").await("1 yoda: Dune");
        window.awaitEnd("quigon>");
        window.press("Up").awaitEnd("\nquigon> RDT books [first] [last]");
        assertThat(window.screen()).doesNotContain("Exception");
        window.close();
    }

    @Test
    void aHistoryThatCannotBeReadIsNone() throws Exception {
        Path state = Files.createDirectories(folder().resolve(".local/state/forum"));
        Files.writeString(state.resolve("history-127.0.0.1:" + server().port()), "no history\n");
        Window window = as("obiwan");
        assertThat(window.screen()).doesNotContain("Exception");
        window.enter("RDT books").await("1 yoda: Dune");
        window.close();
    }

    @Test
    void theSearchFindsAWordThatBeginsAsAnEarlierOne() throws Exception {
        Window window = as("padme");
        window.enter("RDT books").await("1 yoda: Dune");
        window.press("C-r").type("oks").await("bck-i-search: oks");
        assertThat(window.screen()).contains("RDT books").doesNotContain("failing");
        window.close();
    }

    @Test
    void controlCClearsTheLineAndControlDLeaves() throws Exception {
        Window window = as("lando");
        window.type("MSG books hal").awaitEnd("MSG books hal");
        window.press("C-c").awaitEnd("lando>");
        window.press("C-d").await("Goodbye\n(status 0)\n(sane)");
    }

    @Test
    void controlZGivesTheTerminalToTheShellUntilItSaysFg() throws Exception {
        Window window = tmux().open(folder(), Map.of("PS1", "shell: "), List.of("sh", "-i"));
        window.await("shell:");
        window.enter(Images.client() + " 127.0.0.1 " + server().port()).await("Enter username:");
        window.enter("ahsoka").await("Enter new password for ahsoka:");
        window.enter("ahsoka").awaitEnd("ahsoka>");
        window.press("Tab").await("(Create a thread)");
        window.press("C-z").await("Stopped");
        assertThat(window.screen()).doesNotContain("(Create a thread)");
        window.press("Up").await("shell: ^[[A");
        window.press("C-u").enter("fg").awaitEnd("\nahsoka>");
        window.type("MSG books half").awaitEnd("ahsoka> MSG books half");
        window.press("C-z").await("Stopped", screen -> screen.split("Stopped", -1).length == 3);
        window.enter("echo so $((40 + 2))").await("so 42");
        window.enter("fg").awaitEnd("ahsoka> MSG books half");
        window.type(" typed").awaitEnd("ahsoka> MSG books half typed");
        window.press("C-c").awaitEnd("half typed\nahsoka>");
        window.press("C-d").await("Goodbye\nshell:");
        window.close();
    }

    @Test
    void controlCClearsOneLineHoweverOftenAlsoInASearch() throws Exception {
        Window window = as("chewie");
        window.enter("RDT books").await("1 yoda: Dune");
        window.awaitEnd("chewie>");
        for (int i = 0; i < 12; i++) {
            window.type("line " + i).awaitEnd("chewie> line " + i);
            window.press("C-c").awaitEnd("chewie> line " + i + "\nchewie>");
            window.press("C-r").type("boo").await("bck-i-search: boo");
            window.press("C-c").awaitEnd("chewie> RDT books\nchewie>");
        }
        assertThat(window.screen()).doesNotContain("chewie>\n");
        window.close();
    }

    @Test
    void aLineOfWideCharactersIsDrawnOnceAtTheMargin() throws Exception {
        Window window = as("poe");
        String half = "poe> MSG books x";
        String full = half + "あ".repeat((80 - half.length()) / 2);
        window.type(full.substring("poe> ".length())).await("the line", screen -> screen.contains(full));
        window.type("い").awaitEnd(full + "\nい");
        window.type("う").awaitEnd(full + "\nいう");
        window.press("BSpace", "BSpace", "BSpace").awaitEnd("\n" + full.substring(0, full.length() - 1));
        window.type("あいう").awaitEnd("\n" + full + "\nいう");
        window.close();
    }

    @Test
    void textsAreWrittenInTheEditorKeptWhenRefusedAndPastedWhole() throws Exception {
        Path editor = editor("printf 'two\\nlines\\n' >>\"$1\"\n");
        Window window = visit().as("ben", server().port(), Map.of("EDITOR", editor.toString()));
        window.enter("CRT notes").await("Thread notes created");
        window.enter("MSG notes").await("Message posted to notes thread");
        window.enter("RDT notes").await("1 ben: two\n  lines");
        window.enter("EDT notes 1").await("Message has been edited");
        window.enter("RDT notes").await("1 ben: two\n  linestwo\n  lines");
        String refused = window.enter("MSG nosuch").await("Thread nosuch not exists\nYour text is kept in ~/");
        Path kept = folder().resolve(refused.replaceAll("(?s).*Your text is kept in ~/(\\S+).*", "$1"));
        assertThat(kept).hasContent("two\nlines");
        assertThat(Files.getPosixFilePermissions(kept.getParent())).isEqualTo(OWNER_ALONE);
        window.type("MSG notes ").awaitEnd("ben> MSG notes text");
        window.paste("pasted\nin lines");
        window.await("in lines");
        window.press("Enter").await("posted", screen -> screen.endsWith("Message posted to notes thread\nben>"));
        assertThat(List.of(yoda().ask("RDT", "notes", "-1", "-1"))).containsExactly("[\"2 ben: pasted\\n  in lines\"]");
        window.close();
    }

    @Test
    void aNumberMeansTheMessageThatWasSeenUnderIt() throws Exception {
        yoda().ask("CRT", "moving");
        yoda().ask("MSG", "moving", "first");
        Window window = as("rey");
        window.enter("MSG moving mine").await("posted");
        window.enter("RDT moving").await("2 rey: mine");
        yoda().ask("MSG", "moving", "third");
        window.await("moving 3 yoda: third");
        yoda().ask("DLT", "moving", "1");
        window.await("yoda deleted 1 from thread moving");
        window.enter("EDT moving 2 still mine").await("Message has been edited");
        assertThat(yoda().ask("RDT", "moving")).contains("1 rey: still mine");
        window.close();
    }

    @Test
    void theForumSaysWhyThereIsNoTextToStartFrom() throws Exception {
        Window window = as("jyn");
        window.enter("EDT nosuch 1").await("Thread nosuch not exists");
        window.enter("EDT books 99").await("Invalid message number");
        assertThat(window.screen()).doesNotContain("Incorrect syntax");
        window.close();
    }

    @Test
    void theTextOfAnOldMessageIsChangedWhateverOthersDeleteMeanwhile() throws Exception {
        Path editor = waitingEditor("printf ' and better' >>\"$1\"\n");
        yoda().ask("CRT", "archive");
        yoda().ask("UPD", "archive", "first.txt", "bytes");
        yoda().ask("MSG", "archive", "first");
        Window window = visit().as("finn", server().port(), Map.of("EDITOR", editor.toString()));
        window.enter("MSG archive mine").await("posted to archive");
        for (int i = 0; i < 210; i++) {
            yoda().ask("MSG", "archive", "later");
        }
        window.await("archive 212 yoda: later");
        window.enter("EDT archive 2").await("writing");
        yoda().ask("DLT", "archive", "1");
        leaveEditor();
        window.await("Message has been edited");
        assertThat(yoda().ask("RDT", "archive", "0", "1")).contains("1 finn: mine and better");
        window.close();
    }
}
