package forum.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Send and fetch files over a line that can be held and tampered with. */
class FilesTest extends ProxiedTest {

    private static final long LARGE = 64L << 20;

    @BeforeAll
    static void attach() {
        yoda().ask("CRT", "files");
        yoda().ask("UPD", "files", "genuine.txt", "GENUINE");
        yoda().ask("UPD", "files", ".bashrc", "rm -rf");
        yoda().ask("UPD", "files", "-rf", "rm -rf");
    }

    @Test
    void aTransferIsWatchedAndCancelledInBothDirections() throws Exception {
        Path large = folder().resolve("large.bin");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(LARGE);
        }
        Window window = visit().as("mike", proxy().port());
        proxy().slow();
        window.enter("UPD files large.bin");
        window.await("the way up", screen -> screen.matches("(?s).*large.bin  .+ of 67 MB  \\d+ %  .+/s  .+ left.*"));
        window.press("C-c").await("The upload of large.bin was cancelled");
        window.awaitEnd("mike>");
        assertThat(yoda().ask("FILES", "files")).doesNotContain("large.bin");
        proxy().hurry();
        window.enter("UPD files large.bin").await("mike uploaded file large.bin to files thread");
        Files.delete(large);
        proxy().slow();
        window.awaitEnd("mike>");
        window.enter("DWN files large.bin");
        window.await("the way down", screen -> screen.matches("(?s).*large.bin  .+ of 67 MB  \\d+ %  .+/s.*"));
        window.press("C-c").await("The download was cancelled");
        window.awaitEnd("mike>");
        assertThat(folder()).isDirectoryNotContaining("glob:**.{part,bin}");
        proxy().hurry();
        window.enter("DWN files large.bin").await("large.bin successfully downloaded");
        assertThat(large).hasSize(LARGE);
        window.awaitEnd("mike>");
        window.press("C-d").await("Goodbye\n(status 0)\n(sane)");
    }

    @Test
    void whatIsNotWhatTheForumHasTakesNoName() throws Exception {
        Window window = visit().as("luke", proxy().port());
        proxy().replace("GENUINE", "FORGERY");
        window.enter("DWN files genuine.txt").await("(its SHA-256 differs)");
        assertThat(folder()).isDirectoryNotContaining("glob:**.{part,txt}");
        proxy().replace("GENUINE", "GENUINE");
        window.enter("DWN files genuine.txt").await("genuine.txt successfully downloaded");
        assertThat(folder().resolve("genuine.txt")).hasContent("GENUINE");
        window.close();
    }

    @Test
    void namesThatWouldHideOrPassForAnOptionAreRefused() throws Exception {
        Window window = visit().as("leia", proxy().port());
        window.enter("DWN files .bashrc").await("A file is not written under the name .bashrc");
        window.enter("DWN files -rf").await("A file is not written under the name -rf");
        assertThat(folder()).isDirectoryNotContaining("glob:**{.bashrc,-rf}");
        window.close();
    }
}
