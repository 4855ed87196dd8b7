package forum.client.terminal;

import static forum.client.Docs.array;
import static forum.client.Docs.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Failure;
import forum.api.wire.WireValue.Simple;
import forum.client.ScriptedForum;
import forum.client.dialogue.Dialogue;
import forum.client.file.Folder;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.person.Person;
import forum.client.reply.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TerminalConsoleTest {

    private static final long NOW = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
    private static final String TAB = "\t";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String CTRL_P = "\u0010";

    private final ScriptedForum forum = new ScriptedForum();
    private VirtualScreen screen = new VirtualScreen();
    private Connection connection;
    private CompletableFuture<Void> talk;

    @TempDir
    private Path folder;

    @BeforeEach
    void logIn() throws Exception {
        forum.on("LST", threads()).on("PEEK LST", threads());
        begin(Map.of());
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        talk.handle((_, _) -> true).join();
        forum.close();
        screen.terminal().close();
    }

    @Test
    void theLoginMasksThePasswordAndNamesTheCommands() throws Exception {
        assertThat(screen.await("mike> ")).isEqualTo("""
                        Enter username: mike
                        Enter password: *******
                        Welcome to the forum
                        Enter one of the following commands: CRT MSG DLT EDT LST RDT UPD DWN RMV PWD
                          XIT SHT WHO
                        mike>""");
    }

    @Test
    void controlDLeaves() {
        screen.type(CTRL_D);
        talk.join();
        assertThat(forum.requests()).contains("XIT");
    }

    @Test
    void controlCClearsTheLine() throws Exception {
        screen.type("MSG news half");
        screen.await("mike> MSG news half");
        screen.type(CTRL_C + "WHO\n");
        assertThat(forum.awaitRequest("WHO")).isEqualTo("WHO");
    }

    @Test
    void commandsAreCompletedWithTheirSummaries() throws Exception {
        screen.type("\t");
        screen.await("(Create a thread)");
        screen.type(CTRL_C + "rm" + TAB);
        screen.await("mike> rmv");
    }

    @Test
    void titlesAreCompletedNewestActivityFirst() throws Exception {
        screen.type("RDT ");
        String shown = screen.press(TAB, "5 min ago");
        assertThat(shown.indexOf("cinema")).isBetween(0, shown.indexOf("books"));
        screen.type("BO" + TAB);
        screen.await("mike> RDT books");
    }

    @Test
    void messagesAreCompletedWithAuthorAndBeginning() throws Exception {
        forum.on("PEEK RDT news -200 -1", array(message(1, "yoda", "do\nor do not"), message(2, "mike", "ok")));
        screen.type("DLT news ");
        screen.press(TAB, "(yoda: do or do not)");
    }

    @Test
    void filesAreCompletedWithTheirSpacesEscaped() throws Exception {
        forum.on("FILES news", array(map("file", "my song.ogg", "author", "yoda", "size", 3)));
        screen.type("DWN news m");
        screen.press(TAB, "mike> DWN news my\\ song.ogg");
    }

    @Test
    void localPathsAreCompleted() throws Exception {
        Files.createDirectory(folder.resolve("pic tures"));
        Files.writeString(folder.resolve("pic tures/cat.png"), "cat");
        screen.type("UPD news pi" + TAB);
        screen.await("UPD news pic\\ tures/");
        screen.type("c" + TAB);
        screen.await("UPD news pic\\ tures/cat.png");
    }

    @Test
    void namesThatAreNotPrintableAreNotOffered() throws Exception {
        forum.on("FILES news", array(map("file", "e\u001b[2Jvil"), map("file", "even")));
        screen.type("DWN news e");
        screen.press(TAB, "mike> DWN news even");
    }

    @Test
    void theRestOfTheUsageIsShownWhileTyping() throws Exception {
        screen.type("EDT news");
        screen.await("mike> EDT news number text");
        screen.type(CTRL_C);
        screen.await("hint gone", s -> s.contains("mike> EDT news\n"));
    }

    @Test
    void newsOfOthersIsShownAboveTheHalfTypedLine() throws Exception {
        forum.awaitRequest("PSUBSCRIBE");
        screen.type("MSG news half");
        screen.await("half");
        tell(
                "thread:news",
                "{\"event\":\"posted\",\"user\":\"mike\",\"thread\":\"news\",\"number\":1,\"text\":\"mine\"}");
        tell(
                "thread:news",
                "{\"event\":\"posted\",\"user\":\"yoda\",\"thread\":\"news\",\"number\":2,\"text\":\"e\\u001bvil\\nlines\"}");
        assertThat(screen.await("evil", s -> s.contains("news 2 yoda: e\\x1bvil lines\nmike> MSG news half")))
                .doesNotContain("mine");
    }

    @Test
    void newsCanBeMuted() throws Exception {
        forum.awaitRequest("PSUBSCRIBE");
        screen.type(":mute\n");
        screen.await("muted", s -> s.endsWith(":mute\nmike>"));
        tell("threads", "{\"event\":\"created\",\"user\":\"yoda\",\"thread\":\"one\"}");
        screen.type("LST\n");
        screen.await("5 min ago\nmike>");
        screen.type(":unmute\n");
        screen.await("unmuted", s -> s.endsWith(":unmute\nmike>"));
        tell("threads", "{\"event\":\"created\",\"user\":\"yoda\",\"thread\":\"two\"}");
        assertThat(screen.await("yoda created thread two")).doesNotContain("thread one");
    }

    @Test
    void newsIsHeardOfByCompletion() throws Exception {
        forum.awaitRequest("PSUBSCRIBE");
        forum.on("PEEK LST", array(map("title", "zebra", "active", NOW)));
        tell("threads", "{\"event\":\"created\",\"user\":\"yoda\",\"thread\":\"zebra\"}");
        screen.await("yoda created thread zebra");
        screen.type("RDT x" + CTRL_C + "RDT z");
        forum.awaitRequest("PEEK LST");
        screen.await("mike> RDT z");
        screen.press(TAB, "mike> RDT zebra");
    }

    @Test
    void secretsLeftOutAreAskedForUnseen() throws Exception {
        forum.on("SHT hush", new Failure("DENIED Incorrect password"));
        screen.type("SHT\n");
        screen.await("Enter password: ", s -> s.endsWith("Enter password:"));
        screen.type("hush\n");
        assertThat(screen.await("Incorrect password")).doesNotContain("hush");
    }

    @Test
    void typedSecretsAreCoveredAndForgotten() throws Exception {
        forum.on("SHT hush", new Failure("DENIED Incorrect password")).on("WHO", array());
        screen.type("WHO\nSHT hush\n");
        screen.await("Incorrect password\nmike>");
        screen.type(CTRL_P);
        assertThat(screen.await("WHO again", s -> s.endsWith("mike> WHO"))).contains("SHT ****");
        Path history = folder.resolve(".local/state/forum/history-" + forum.address());
        assertThat(history).content().contains("WHO").doesNotContain("hush");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void mistypedCommandsSuggestTheNearest() throws Exception {
        screen.type("RTD news\n");
        screen.await("Invalid command\nDid you mean RDT?\nEnter one of the following commands: ");
    }

    @Test
    void wrongArgumentsShowTheUsage() throws Exception {
        screen.type("MSG news\n");
        screen.await("Incorrect syntax for MSG\nUsage: MSG thread text");
    }

    @Test
    void helpComesFromTheCatalogue() throws Exception {
        screen.type("help dwn\n");
        screen.await("DWN thread file [offset] [length]\nDownload a file\n");
        screen.type("?\n");
        screen.await("WHO                                List who is here");
    }

    @Test
    void entriesShowWhenTheyWereWritten() throws Exception {
        forum.on(
                "RDT news",
                array(
                        message(1, "yoda", "short"),
                        message(2, "yoda", "word ".repeat(30).strip())));
        screen.type("RDT news\n");
        screen.await("1 yoda: short  5 min ago\n2 yoda: word word");
        assertThat(screen.await("word  5 min ago")).contains("\n  word word");
    }

    @Test
    void existingFilesAreAskedAbout() throws Exception {
        Files.writeString(folder.resolve("f"), "mine");
        forum.on("DWN news f 0 1048576", WireValue.Bulk.of("theirs")).on("FILES news", array());
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
        String content = "x".repeat(300_000);
        Files.writeString(folder.resolve("large"), content);
        forum.on("AUTH mike hunter2", new Simple("OK"))
                .on("UPD news large", new Simple("READY"))
                .on("UPD news large " + content, new Simple("mike uploaded file large to news thread"));
        screen.type("UPD news large\n");
        screen.await("mike uploaded file large to news thread\nmike>");
        forum.awaitRequest("AUTH mike hunter2");
    }

    @Test
    void theSecondConnectionTakesThePasswordAsItIsNow() throws Exception {
        Files.writeString(folder.resolve("large"), "x".repeat(300_000));
        forum.on("PWD hunter2 better", new Simple("Password has been changed"))
                .on("PWD better worse", new Failure("DENIED Incorrect password"))
                .on("UPD news large", new Simple("READY"));
        screen.type("PWD hunter2 better\n");
        screen.await("Password has been changed");
        screen.type("PWD better worse\n");
        screen.await("Incorrect password");
        screen.type("UPD news large\n");
        forum.awaitRequest("AUTH mike better");
    }

    @Test
    void withoutASecondConnectionLargeUploadsTakeTheFirst() throws Exception {
        String content = "x".repeat(300_000);
        Files.writeString(folder.resolve("large"), content);
        forum.on("UPD news large", new Simple("READY"))
                .on("UPD news large " + content, new Simple("mike uploaded file large to news thread"));
        screen.type("UPD news large\n");
        screen.await("mike uploaded file large to news thread\nmike>");
    }

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
    void aLongThreadOpensInAPagerAtWhatIsNew() throws Exception {
        forum.on("RDT news", array(messages(40)));
        screen.type("RDT news\n");
        screen.await("1-23 of 40 lines");
        screen.type(" ");
        assertThat(screen.await("18-40 of 40 lines")).contains("40 yoda: text 40");
        screen.type("gj");
        screen.await("2-24 of 40 lines");
        screen.type("q");
        assertThat(screen.await("the prompt", s -> s.endsWith("mike>"))).contains("24 yoda: text 24");
        forum.on("RDT news", array(messages(80)));
        screen.type("RDT news\n");
        assertThat(screen.await("41-63 of 80 lines")).startsWith("41 yoda: text 41");
        screen.type(CTRL_C + "MSG news after");
        screen.await("mike> MSG news after");
    }

    @Test
    void theShutdownReachesThePager() throws Exception {
        forum.on("RDT news", array(messages(40)));
        screen.type("RDT news\n");
        screen.await("1-23 of 40 lines");
        forum.push(new WireValue.Push(List.of(WireValue.Bulk.of("shutdown"), WireValue.Bulk.of("Goodbye"))));
        assertThatThrownBy(talk::join).isInstanceOf(CompletionException.class);
    }

    @Test
    void pastedLinesStayOneMessage() throws Exception {
        forum.on("MSG news one\ntwo", new Simple("Message posted to news thread"));
        screen.type("MSG news \u001b[200~one\ntwo\u001b[201~\n");
        screen.await("Message posted to news thread");
    }

    @Test
    void theShutdownReachesAnIdlePrompt() throws Exception {
        screen.type("half");
        screen.await("mike> half");
        forum.push(new WireValue.Push(
                List.of(WireValue.Bulk.of("shutdown"), WireValue.Bulk.of("Goodbye. Server shutting down"))));
        assertThatThrownBy(talk::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ConnectionException.class,
                        e -> assertThat(e.ending()).isEqualTo(new Ending.Farewell("Goodbye. Server shutting down")));
    }

    private void begin(Map<String, String> environment) throws Exception {
        connection = Connection.open(forum.address());
        Units units = new Units(InstantSource.fixed(Instant.ofEpochMilli(NOW)), ZoneOffset.UTC);
        Folder here = new Folder(folder, folder);
        TerminalConsole console = new TerminalConsole(
                LineEditing.of(screen.terminal()), connection, new Person(here, units, environment));
        talk = CompletableFuture.runAsync(() -> {
            try (console) {
                new Dialogue(connection, console, here).run(Optional.empty());
            } catch (ConnectionException e) {
                throw new CompletionException(e);
            }
        });
        screen.await("Enter username:");
        screen.type("mike\n");
        screen.await("Enter password: ");
        screen.type("hunter2\n");
        screen.await("mike> ");
    }

    private void restart(Map<String, String> environment) throws Exception {
        screen.type(CTRL_D);
        talk.join();
        connection.close();
        screen.type("\f");
        begin(environment);
    }

    private void tell(String channel, String payload) throws Exception {
        forum.push(new WireValue.Push(
                List.of(WireValue.Bulk.of("message"), WireValue.Bulk.of(channel), WireValue.Bulk.of(payload))));
    }

    private static WireValue threads() {
        return array(
                thread("books", NOW - 7_200_000), thread("news", NOW - 86_400_000), thread("cinema", NOW - 300_000));
    }

    private static WireValue thread(String title, long active) {
        return map("title", title, "owner", "yoda", "messages", 2, "files", 0, "active", active);
    }

    private static WireValue[] messages(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> message(number, "yoda", "text " + number))
                .toArray(WireValue[]::new);
    }

    private static WireValue message(int number, String author, String text) {
        return map("number", number, "id", 100 + number, "author", author, "time", NOW - 300_000, "text", text);
    }
}
