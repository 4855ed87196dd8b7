package forum.client.terminal;

import static forum.client.Docs.array;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Failure;
import forum.api.wire.WireValue.Simple;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Send and fetch files. */
class TransfersTest extends VirtualTerminalTest {

    @Test
    void existingFilesAreAskedAbout() throws Exception {
        Files.writeString(folder.resolve("f"), "mine");
        forum.on("DWN news f 0 0", WireValue.Bulk.of(""))
                .on("DWN news f 0 1048576", WireValue.Bulk.of("theirs"))
                .on("FILES news", array());
        screen.type("DWN news f\n");
        screen.await("f is in this folder already. Overwrite it? [y/N]");
        screen.type("n\n");
        screen.await("f is in this folder already and was left as it is");
        screen.type("DWN news f\n");
        screen.await("asked again", s -> s.endsWith("[y/N]"));
        screen.type("y\n");
        screen.await("f successfully downloaded");
        assertThat(folder.resolve("f")).hasContent("theirs");
    }

    @Test
    void nobodyIsAskedAboutAFileThatTheForumDoesNotHave() throws Exception {
        Files.writeString(folder.resolve("f"), "mine");
        forum.on("DWN news f 0 0", new Failure("NOFILE File does not exist in Thread news"));
        screen.type("DWN news f\n");
        assertThat(screen.await("File does not exist in Thread news\nmike>")).doesNotContain("Overwrite");
        assertThat(folder.resolve("f")).hasContent("mine");
    }

    @Test
    void controlCCancelsADownloadAndKeepsTheSession() throws Exception {
        forum.onAll("DWN news endless ", new WireValue.Bulk(new byte[1 << 20])).on("WHO", array());
        screen.type("DWN news endless\n");
        screen.await("(Ctrl-C cancels)");
        screen.type(CTRL_C);
        screen.await("The download was cancelled\nmike>");
        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().contains("part"));
        screen.type("WHO\n");
        forum.awaitRequest("WHO");
    }

    @Test
    void largeUploadsTakeASecondConnection() throws Exception {
        forum.on("AUTH mike hunter2", new Simple("OK"));
        takeLarge();
        screen.type("UPD news large\n");
        screen.await("mike uploaded file large to news thread\nmike>");
        forum.awaitRequest("AUTH mike hunter2");
    }

    @Test
    void theSecondConnectionTakesThePasswordAsItIsNow() throws Exception {
        takeLarge();
        forum.on("PWD hunter2 better", new Simple("Password has been changed"))
                .on("PWD better worse", new Failure("DENIED Incorrect password"));
        screen.type("PWD hunter2 better\n");
        screen.await("Password has been changed");
        screen.type("PWD better worse\n");
        screen.await("Incorrect password");
        screen.type("UPD news large\n");
        forum.awaitRequest("AUTH mike better");
    }

    @Test
    void withoutASecondConnectionLargeUploadsTakeTheFirst() throws Exception {
        takeLarge();
        screen.type("UPD news large\n");
        screen.await("mike uploaded file large to news thread\nmike>");
    }

    /** There is a large file, and the forum takes it. */
    private void takeLarge() throws IOException {
        String content = "x".repeat(300_000);
        Files.writeString(folder.resolve("large"), content);
        forum.on("UPD news large", new Simple("READY"))
                .on("UPD news large " + content, new Simple("mike uploaded file large to news thread"));
    }
}
