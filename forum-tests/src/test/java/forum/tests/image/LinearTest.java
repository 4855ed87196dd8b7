package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Use the client line by line, as it is read aloud. */
class LinearTest extends TerminalTest {

    private static final Map<String, String> DUMB = Map.of("TERM", "dumb");

    @BeforeAll
    static void write() {
        yoda().ask("CRT", "long");
        for (int i = 1; i <= 40; i++) {
            yoda().ask("MSG", "long", "text number " + i);
        }
        yoda().ask("CRT", "moving");
        yoda().ask("MSG", "moving", "first");
        yoda().ask("CRT", "lunch");
    }

    @Test
    void nothingIsDrawn() throws Exception {
        for (String type : new String[] {"dumb", "tmux-256color"}) {
            Window window = visit().as("linear-" + type, server().port(), Map.of("TERM", type), "--plain");
            window.enter("RDT long -3 -1").await("yoda: text number 40");
            window.enter("RDT long").await("40 yoda: text number 40  ");
            window.enter("help dwn").await("Download a file of a thread");
            window.enter("RTD long").await("Did you mean RDT?");
            assertThat(window.drawn()).doesNotContain("\u001b");
            assertThat(window.is("alternate_on")).isEqualTo("0");
            window.press("C-d").await("Goodbye\n(status 0)\n(sane)");
            window.close();
        }
    }

    @Test
    void secretsAreTypedUnseenAndControlCTakesThemBack() throws Exception {
        Window window = visit().as("mike", server().port(), DUMB);
        window.enter("SHT").await("Enter password:");
        window.press("C-c").awaitEnd("Enter password:\nmike>");
        window.type("half").await("mike> half");
        window.press("C-c").await("mike> half^C\nmike>");
        window.enter("SHT").await("again", screen -> screen.endsWith("SHT\nEnter password:"));
        window.enter("unseen").await("Incorrect password");
        assertThat(window.screen()).doesNotContain("unseen");
        window.press("C-d").await("Goodbye\n(status 0)\n(sane)");
    }

    @Test
    void aNumberMeansTheMessageThatWasSeenUnderIt() throws Exception {
        Window window = visit().as("rey", server().port(), DUMB);
        window.enter("MSG moving mine").await("posted");
        window.enter("RDT moving").await("2 rey: mine");
        window.awaitEnd("rey>");
        yoda().ask("DLT", "moving", "1");
        window.enter("EDT moving 2 still mine").await("Message has been edited");
        assertThat(yoda().ask("RDT", "moving")).contains("1 rey: still mine");
        window.close();
    }

    @Test
    void newsWaitsForTheNextPrompt() throws Exception {
        Window window = visit().as("luke", server().port(), DUMB);
        window.type("LST");
        yoda().ask("MSG", "lunch", "Noodles");
        window.await("luke> LST");
        window.pressUntil("Enter", "lunch 1 yoda: Noodles");
        window.awaitEnd("luke>");
        assertThat(window.screen()).contains("luke> LST\n").containsOnlyOnce("Noodles");
        window.close();
    }

    @Test
    void textsAreWrittenInTheEditor() throws Exception {
        Path editor = editor("printf 'two\\nlines\\n' >>\"$1\"\n");
        Map<String, String> environment = Map.of("TERM", "dumb", "EDITOR", editor.toString());
        Window window = visit().as("ben", server().port(), environment);
        window.enter("CRT notes").await("Thread notes created");
        window.enter("MSG notes").await("Message posted to notes thread");
        window.enter("RDT notes").await("1 ben: two\n  lines  ");
        window.enter("EDT notes 1").await("Message has been edited");
        window.enter("RDT notes").await("1 ben: two\n  linestwo\n  lines  ");
        window.close();
    }

    @Test
    void aTransferIsToldOfAndCancelled() throws Exception {
        try (Proxy proxy = new Proxy(server().port());
                RandomAccessFile file =
                        new RandomAccessFile(folder().resolve("large.bin").toFile(), "rw")) {
            file.setLength(64L << 20);
            Window window = visit().as("leia", proxy.port(), DUMB);
            proxy.slow();
            window.enter("UPD long large.bin");
            window.await("the way", screen -> screen.matches("(?s).*large.bin  .+ of 67 MB  \\d+ %  .+/s  .+ left.*"));
            window.press("C-c").await("The upload of large.bin was cancelled");
            window.awaitEnd("leia>");
            assertThat(yoda().ask("FILES", "long")).doesNotContain("large.bin");
            window.close();
        }
    }
}
