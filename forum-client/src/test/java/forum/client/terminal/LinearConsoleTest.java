package forum.client.terminal;

import static forum.client.Docs.array;
import static forum.client.Docs.map;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Failure;
import forum.api.wire.WireValue.Simple;
import forum.client.ScriptedForum;
import forum.client.Typewriter;
import forum.client.dialogue.Conversation;
import forum.client.file.Folder;
import forum.client.net.ConnectionException;
import forum.client.person.Person;
import forum.client.reply.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LinearConsoleTest {

    private static final long NOW = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();

    private final ScriptedForum forum = new ScriptedForum();
    private final Typewriter typewriter = new Typewriter();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws IOException {
        typewriter.close();
        forum.close();
    }

    @Test
    void passwordsAreTypedUnseenAndTheCommandsNamed() throws Exception {
        CompletableFuture<Void> talk = talk(Map.of());
        typewriter.type("mike\n");
        typewriter.awaitEnd("Enter password: ");
        assertThat(typewriter.echoes()).isFalse();
        typewriter.type("hunter2\n");
        typewriter.awaitEnd("WHO\nmike> ");
        assertThat(typewriter.echoes()).isTrue();
        typewriter.type("XIT\n");
        talk.join();
        assertThat(typewriter.printed())
                .isEqualTo("Enter username: Enter password: \nWelcome to the forum\n"
                        + "Enter one of the following commands: CRT MSG DLT EDT LST RDT UPD DWN RMV PWD\n  XIT SHT WHO\n"
                        + "mike> Goodbye\n");
    }

    @Test
    void commandsAreExplainedAndTheNearestSuggested() throws Exception {
        logIn(Map.of());
        typewriter.type("help dwn\n");
        typewriter.await("DWN thread file [offset] [length]\nDownload a file\n");
        typewriter.type("?\n");
        typewriter.await("WHO                                List who is here");
        typewriter.type("RTD news\n");
        typewriter.await("Invalid command\nDid you mean RDT?\nEnter one of the following commands: ");
        typewriter.type("MSG news\n");
        typewriter.await("Incorrect syntax for MSG\nUsage: MSG thread text\n");
    }

    @Test
    void aSecretLeftOutIsAskedForUnseenOrNotAtAll() throws Exception {
        forum.on("SHT hush", new Failure("DENIED Incorrect password"));
        logIn(Map.of());
        typewriter.type("SHT\n");
        typewriter.awaitEnd("mike> Enter password: ");
        typewriter.pressControlC();
        typewriter.awaitEnd("Enter password: \nmike> ");
        assertThat(typewriter.echoes()).isTrue();
        typewriter.type("SHT\n");
        typewriter.awaitEnd("mike> Enter password: ");
        assertThat(typewriter.echoes()).isFalse();
        typewriter.type("hush\n");
        typewriter.awaitEnd("Incorrect password\nmike> ");
    }

    @Test
    void aNumberMeansTheMessageThatWasSeenUnderIt() throws Exception {
        forum.on("RDT news", array(message(1, "yoda", "one\n2 mike: no"), message(2, "mike", "two")))
                .on("DLT news #102", new Simple("Message has been deleted"));
        logIn(Map.of());
        typewriter.type("RDT news\n");
        typewriter.awaitEnd("1 yoda: one\n  2 mike: no  5 min ago\n2 mike: two  5 min ago\nmike> ");
        typewriter.type("DLT news 2\n");
        typewriter.awaitEnd("Message has been deleted\nmike> ");
    }

    @Test
    void newsWaitsForTheNextPromptAndCanBeMuted() throws Exception {
        logIn(Map.of());
        forum.awaitRequest("PSUBSCRIBE");
        tellOfThread("one");
        awaitNews("yoda created thread one\n");
        enter(":mute");
        tellOfThread("two");
        enter("LST"); // its answer comes behind the news
        enter(":unmute");
        tellOfThread("three");
        awaitNews("yoda created thread three\n");
        assertThat(typewriter.printed()).doesNotContain("thread two");
    }

    @Test
    void textsAreWrittenWithTheEditorFromThePresentText() throws Exception {
        forum.on("RDT news", array(message(1, "mike", "one")))
                .on("PEEK RDT news #101 #101", array(message(1, "mike", "one")))
                .on("EDT news #101 oneand more", new Simple("Message has been edited"));
        logIn(Map.of("EDITOR", "printf 'and more' >>"));
        typewriter.type("RDT news\nEDT news 1\n");
        typewriter.await("Message has been edited");
    }

    @Test
    void withoutAnEditorThePresentTextIsSaid() throws Exception {
        forum.on("RDT news", array(message(1, "mike", "one")))
                .on("PEEK RDT news #101 #101", array(message(1, "mike", "o\u001bne")))
                .on("EDT news #101 two", new Simple("Message has been edited"));
        logIn(Map.of());
        typewriter.type("RDT news\nEDT news 1\n");
        typewriter.awaitEnd("It is now: o\\x1bne\nEnter what it is to be: ");
        typewriter.type("two\n");
        typewriter.await("Message has been edited");
    }

    @Test
    void controlCClearsTheLineAndTheEndOfTheInputLeaves() throws Exception {
        CompletableFuture<Void> talk = logIn(Map.of());
        typewriter.pressControlC();
        typewriter.awaitEnd("mike> \nmike> ");
        typewriter.close();
        talk.join();
        assertThat(typewriter.printed()).endsWith("Goodbye\n");
    }

    private CompletableFuture<Void> logIn(Map<String, String> environment) throws Exception {
        CompletableFuture<Void> talk = talk(environment);
        typewriter.type("mike\nhunter2\n");
        typewriter.awaitEnd("mike> ");
        return talk;
    }

    private CompletableFuture<Void> talk(Map<String, String> environment) {
        Folder here = new Folder(folder, folder);
        Units units = new Units(InstantSource.fixed(Instant.ofEpochMilli(NOW)), () -> ZoneOffset.UTC);
        Person person = new Person(here, units, environment);
        return CompletableFuture.runAsync(() -> {
            try {
                new Conversation(forum.address(), here)
                        .run(connection -> new LinearConsole(typewriter.teletype(), connection, person));
            } catch (ConnectionException e) {
                throw new CompletionException(e);
            }
        });
    }

    /** Enter a line, and wait for the next prompt. */
    private void enter(String line) throws Exception {
        int before = typewriter.printed().length();
        typewriter.type(line + "\n");
        typewriter.await(printed -> printed.indexOf("mike> ", before) >= 0);
    }

    /** News is shown before a prompt, so ask for one until it is there. */
    private void awaitNews(String news) throws Exception {
        while (!typewriter.printed().contains(news)) {
            enter("");
        }
    }

    private void tellOfThread(String title) throws Exception {
        String payload = "{\"event\":\"created\",\"user\":\"yoda\",\"thread\":\"" + title + "\"}";
        forum.push(new WireValue.Push(
                List.of(WireValue.Bulk.of("message"), WireValue.Bulk.of("threads"), WireValue.Bulk.of(payload))));
    }

    private static WireValue message(int number, String author, String text) {
        return map("number", number, "id", 100 + number, "author", author, "time", NOW - 300_000, "text", text);
    }
}
