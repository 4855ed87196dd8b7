package forum.client;

import static forum.client.Docs.array;
import static forum.client.Docs.map;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Failure;
import forum.api.wire.WireValue.Simple;
import forum.client.file.Folder;
import forum.client.reply.Units;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PipedClientTest {

    private static final String SENTENCE =
            "Enter one of the following commands: CRT MSG DLT EDT LST RDT UPD DWN RMV PWD XIT SHT WHO\n";
    private static final String LOGIN = "mike\nhunter2\n";
    private static final String WELCOME = "Enter username: Enter password: Welcome to the forum\n";

    private final ScriptedForum forum = new ScriptedForum();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws IOException {
        forum.close();
    }

    @Test
    void endOfInputLeavesAsXitDoes() {
        assertThat(talk(LOGIN)).isEqualTo(ExitStatus.DONE);
        assertThat(out()).isEqualTo(WELCOME + SENTENCE + "Goodbye\n");
    }

    @Test
    void newUsersChooseTheirPassword() {
        talk("yoda\nluke\nXIT\n");
        assertThat(out())
                .isEqualTo(
                        "Enter username: Enter new password for yoda: Welcome to the forum\n" + SENTENCE + "Goodbye\n");
    }

    @Test
    void refusedLoginsBeginAgainWithTheUsername() {
        forum.on("LOGIN-N leia", new Simple("LD"))
                .on("LOGIN-P wrong", new Simple("N"))
                .on("LOGIN-N han", new Failure("CLOSED No new users here"));
        talk("leia\nmike\nwrong\nhan\n");
        assertThat(out())
                .isEqualTo("Enter username: leia has already logged in\n"
                        + "Enter username: Enter password: Invalid password\n"
                        + "Enter username: No new users here\n"
                        + "Enter username: ");
    }

    @Test
    void theUserOfTheUrlIsNotAskedFor() {
        assertThat(run(new StringReader("hunter2\n"), "forum://mike@127.0.0.1:" + forum.port()))
                .isZero();
        assertThat(out()).isEqualTo("Enter password: Welcome to the forum\n" + SENTENCE + "Goodbye\n");
    }

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

    @Test
    void theFarewellOfAnEndingCommandIsTheLastLine() {
        forum.on("SHT secret", new Simple("Goodbye. Server shutting down"));
        assertThat(talk(LOGIN + "SHT secret\nLST\n")).isZero();
        assertThat(out()).isEqualTo(WELCOME + SENTENCE + "Goodbye. Server shutting down\n");
        assertThat(forum.requests()).doesNotContain("LST");
    }

    @Test
    void aRefusedEndingGoesOn() {
        forum.on("SHT wrong", new Failure("DENIED Incorrect password"));
        assertThat(answerTo("SHT wrong")).isEqualTo("Incorrect password\n");
    }

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

    @Test
    void theShutdownReachesAnIdleClient() throws Exception {
        try (PipedWriter idle = new PipedWriter()) {
            Reader in = new PipedReader(idle);
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> run(in, address()));
            idle.write(LOGIN);
            idle.flush();
            forum.awaitRequest("LOGIN-S");
            forum.push(new WireValue.Push(java.util.List.of(
                    WireValue.Bulk.of("shutdown"), WireValue.Bulk.of("Goodbye. Server shutting down"))));
            assertThat(status.get()).isZero();
            assertThat(out()).endsWith("Goodbye. Server shutting down\n");
        }
    }

    @Test
    void aLostConnectionIsSaidAtOnce() throws Exception {
        try (PipedWriter idle = new PipedWriter()) {
            Reader in = new PipedReader(idle);
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> run(in, address()));
            idle.write(LOGIN);
            idle.flush();
            forum.awaitRequest("LOGIN-S");
            forum.cut();
            assertThat(status.get()).isEqualTo(ExitStatus.NO_CONNECTION);
            assertThat(err()).isEqualTo("forum: The server at " + forum.address() + " closed the connection\n");
        }
    }

    @Test
    void garbageEndsInAClearError() {
        forum.onRaw("LST", "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(talk(LOGIN + "LST\n")).isEqualTo(ExitStatus.NO_CONNECTION);
        assertThat(err()).startsWith("forum: " + forum.address() + " does not answer as a forum does: ");
    }

    @Test
    void endlessRepliesEndInAClearError() {
        forum.onRaw("LST", "*2000000000\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(talk(LOGIN + "LST\n")).isEqualTo(ExitStatus.NO_CONNECTION);
        assertThat(err()).contains("does not answer as a forum does: a length of 2000000000");
    }

    @Test
    void anAnswerThatIsTooLargeIsSaidSoAndTheSessionGoesOn() {
        forum.onRaw("LST", ("*1000000\r\n" + "_\r\n".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(answerTo("LST")).isEqualTo("The answer is too large to be shown whole; ask for a part of it\n");
    }

    @Test
    void aServerThatIsNotThereIsOneSentence() throws IOException {
        int nowhere;
        try (ServerSocket socket = new ServerSocket(0)) {
            nowhere = socket.getLocalPort();
        }
        assertThat(run(new StringReader(""), "forum://127.0.0.1:" + nowhere)).isEqualTo(ExitStatus.NO_CONNECTION);
        assertThat(err()).startsWith("forum: No forum answers at ").hasLineCount(1);
    }

    private String answerTo(String line) {
        out.reset();
        assertThat(talk(LOGIN + line + "\n")).isZero();
        String begin = WELCOME + SENTENCE;
        String end = SENTENCE + "Goodbye\n";
        assertThat(out()).startsWith(begin).endsWith(end);
        return out().substring(begin.length(), out().length() - end.length());
    }

    private int talk(String input) {
        return run(new StringReader(input), address());
    }

    private int run(Reader in, String address) {
        Surroundings here = new Surroundings(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Folder(folder, folder),
                Map.of(),
                Optional.empty());
        Client client = new Client(here, new Units(InstantSource.system(), ZoneOffset.UTC));
        return client.run(address);
    }

    private String address() {
        return "forum://" + forum.address();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
