package forum.client;

import static forum.client.Docs.array;
import static forum.client.Docs.map;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Failure;
import forum.api.wire.WireValue.Simple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Send and fetch files where nobody can be asked. */
class PipedFilesTest extends PipedTest {

    @Test
    void uploadsAskFirstAndSendTheLastPartOfThePath() throws IOException {
        Files.createDirectory(folder.resolve("my files"));
        Files.writeString(folder.resolve("my files/a b.txt"), "content");
        forum.on("UPD a a b.txt", new Simple("READY"))
                .on("UPD a a b.txt content", new Simple("mike uploaded file a b.txt to a thread"));
        assertThat(answerTo("UPD a \"my files/a b.txt\"")).isEqualTo("mike uploaded file a b.txt to a thread\n");
        assertThat(answerTo("UPD a my\\ files/a\\ b.txt")).isEqualTo("mike uploaded file a b.txt to a thread\n");
    }

    @Test
    void refusedUploadsSendNoBytes() throws IOException {
        Files.writeString(folder.resolve("f"), "content");
        forum.on("UPD a f", new Failure("FILEEXISTS f already exist in Thread a"));
        assertThat(answerTo("UPD a f")).isEqualTo("f already exist in Thread a\n");
        assertThat(forum.requests()).doesNotContain("UPD a f content");
    }

    @Test
    void filesThatAreNotThereAreSaidBeforeAnythingIsSent() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        assertThat(answerTo("UPD a nothing")).isEqualTo("There is no file nothing\n");
        assertThat(answerTo("UPD a d")).isEqualTo("d is a folder\n");
        assertThat(answerTo("UPD a \"\"")).isEqualTo("A file without a name cannot be sent\n");
        assertThat(forum.requests()).noneMatch(request -> request.startsWith("UPD"));
    }

    @Test
    void downloadsComeInStepsAndAreChecked() throws IOException {
        byte[] file = "x".repeat((1 << 20) + 3).getBytes(StandardCharsets.UTF_8);
        forum.on("DWN a test.exe 0 1048576", new WireValue.Bulk(java.util.Arrays.copyOf(file, 1 << 20)))
                .on("DWN a test.exe 1048576 1048576", WireValue.Bulk.of("xxx"))
                .on("FILES a", array(map("file", "test.exe", "sha256", Hashes.sha256(file))));
        assertThat(answerTo("DWN a test.exe")).isEqualTo("test.exe successfully downloaded\n");
        assertThat(folder.resolve("test.exe")).hasBinaryContent(file);
    }

    @Test
    void damagedDownloadsAreNotKept() throws IOException {
        forum.on("DWN a f 0 1048576", WireValue.Bulk.of("damaged"))
                .on(
                        "FILES a",
                        array(map("file", "f", "sha256", Hashes.sha256("whole".getBytes(StandardCharsets.UTF_8)))));
        assertThat(answerTo("DWN a f")).contains("SHA-256");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusedDownloadsLeaveNothing() {
        forum.on("DWN a f 0 1048576", new Failure("NOFILE File does not exist in Thread a"));
        assertThat(answerTo("DWN a f")).isEqualTo("File does not exist in Thread a\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void existingFilesAreNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("f"), "mine");
        forum.on("DWN a f 0 0", WireValue.Bulk.of(""));
        assertThat(answerTo("DWN a f")).isEqualTo("f is in this folder already and was left as it is\n");
        assertThat(folder.resolve("f")).hasContent("mine");
    }

    @Test
    void namesThatCouldDoHarmAreNotWritten() {
        assertThat(answerTo("DWN a .bashrc")).isEqualTo("A file is not written under the name .bashrc\n");
        assertThat(answerTo("DWN a -rf")).isEqualTo("A file is not written under the name -rf\n");
        assertThat(answerTo("DWN a ../x")).isEqualTo("A file is not written under the name ../x\n");
        assertThat(folder).isEmptyDirectory();
    }
}
