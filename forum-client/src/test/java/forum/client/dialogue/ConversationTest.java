package forum.client.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.wire.WireValue.Simple;
import forum.client.Docs;
import forum.client.ScriptedForum;
import forum.client.Typewriter;
import forum.client.file.Folder;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.person.Person;
import forum.client.reply.Units;
import forum.client.terminal.LinearConsole;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ConversationTest {

    private final ScriptedForum forum = new ScriptedForum();
    private final Typewriter typewriter = new Typewriter();
    private Map<String, String> environment = Map.of();

    @TempDir
    private Path home;

    @BeforeEach
    void answer() {
        forum.on("LST", Docs.array());
    }

    @AfterEach
    void close() throws IOException {
        typewriter.close();
        forum.close();
    }

    @Test
    void theUserIsLoggedInAgainWithoutBeingAsked() throws Exception {
        CompletableFuture<Void> talk = talkAsMike();
        forum.cut();
        typewriter.await("Connected again\nmike> ");
        typewriter.type("LST\nLST\nXIT\n");
        talk.join();
        assertThat(typewriter.printed())
                .contains("closed the connection; trying to get it back", "Connected again\nmike> ");
    }

    @Test
    void aNameThatIsStillHeldIsTriedAgain() throws Exception {
        CompletableFuture<Void> talk = talkAsMike();
        forum.on("LOGIN-N mike", new Simple("LD"));
        forum.cut();
        forum.awaitRequest("LOGIN-N mike");
        forum.awaitRequest("LOGIN-N mike");
        forum.on("LOGIN-N mike", new Simple("PWD"));
        forum.awaitRequest("LOGIN-P hunter2");
        typewriter.await("Connected again\nmike> ");
        typewriter.type("XIT\n");
        talk.join();
        assertThat(typewriter.printed()).containsOnlyOnce("mike has already logged in");
    }

    @Test
    void aPasswordThatIsNotTakenAnyMoreIsAskedFor() throws Exception {
        CompletableFuture<Void> talk = talkAsMike();
        forum.on("LOGIN-P hunter2", new Simple("N"));
        forum.cut();
        typewriter.await("Connected again\nEnter username: ");
        typewriter.type("yoda\nluke\nXIT\n");
        talk.join();
        assertThat(typewriter.printed()).contains("Invalid password\nConnected again\nEnter username: ");
    }

    @Test
    void aChangedPasswordIsTheOneThatIsTakenAgain() throws Exception {
        forum.on("PWD hunter2 better", new Simple("Password has been changed")).on("LOGIN-P better", new Simple("Y"));
        CompletableFuture<Void> talk = talkAsMike();
        typewriter.type("PWD hunter2 better\n");
        typewriter.await("Password has been changed");
        forum.on("LOGIN-P hunter2", new Simple("N"));
        forum.cut();
        forum.awaitRequest("LOGIN-P better");
        typewriter.await("Connected again\nmike> ");
        typewriter.type("XIT\n");
        talk.join();
    }

    @Test
    void noAccountIsMadeAgain() throws Exception {
        CompletableFuture<Void> talk = talkAsMike();
        forum.on("LOGIN-N mike", new Simple("NU"));
        forum.cut();
        typewriter.await("Connected again\nEnter username: ");
        typewriter.type("yoda\nluke\nXIT\n");
        talk.join();
        assertThat(typewriter.printed()).contains("There is no user mike any more");
        assertThat(forum.requests()).noneMatch(request -> request.startsWith("LOGIN-NP hunter2"));
    }

    @Test
    void aCommandThatWasNotAnsweredIsLeftInDoubt() throws Exception {
        forum.onRaw("WHO", new byte[0]);
        CompletableFuture<Void> talk = talkAsMike();
        typewriter.type("WHO\n");
        forum.awaitRequest("WHO");
        forum.cut();
        typewriter.await("Connected again\nmike> ");
        typewriter.type("XIT\n");
        talk.join();
        assertThat(typewriter.printed())
                .containsPattern("before the last command was\\s+answered: it may be done or not");
    }

    @Test
    void whatIsWrittenWhileTheConnectionIsLostIsKeptAndNotInDoubt() throws Exception {
        Path done = home.resolve("done");
        new ProcessBuilder("mkfifo", done.toString()).start().waitFor();
        environment = Map.of("EDITOR", "read -r line <'" + done + "'; echo soup >");
        CompletableFuture<Void> talk = talkAsMike();
        typewriter.type("MSG news\n");
        try (OutputStream editor = Files.newOutputStream(done)) { // opens when the editor does
            forum.leave();
            forum.awaitRequest(ScriptedForum.HUNG_UP);
            editor.write('\n');
        }
        typewriter.await("Connected again");
        typewriter.type("XIT\n");
        talk.join();
        assertThat(typewriter.printed())
                .containsPattern(
                        "(?s)before the last command was\\s+sent: it is not done.*Your text is kept in .*Connected again");
        assertThat(forum.requests()).noneMatch(request -> request.startsWith("MSG"));
    }

    @Test
    void aFileThatIsNotThereLeavesNothingInDoubt() throws Exception {
        CompletableFuture<Void> talk = talkAsMike();
        typewriter.type("UPD news nosuch.txt\n");
        typewriter.await("There is no file nosuch.txt\nmike> ");
        forum.cut();
        typewriter.await("Connected again\nmike> ");
        typewriter.type("XIT\n");
        talk.join();
        assertThat(typewriter.printed()).contains("closed the connection; trying to get it back");
    }

    @Test
    void beforeTheLoginALossIsTheEnd() throws Exception {
        forum.onRaw("LOGIN-N mike", new byte[0]);
        CompletableFuture<Void> talk = talk();
        typewriter.type("mike\n");
        forum.awaitRequest("LOGIN-N mike");
        forum.cut();
        assertThatThrownBy(talk::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ConnectionException.class, e -> assertThat(e.ending()).isInstanceOf(Ending.Lost.class));
    }

    private CompletableFuture<Void> talkAsMike() throws Exception {
        CompletableFuture<Void> talk = talk();
        typewriter.type("mike\nhunter2\nLST\n");
        forum.awaitRequest("LOGIN-S");
        typewriter.await("No threads to list\nmike> ");
        return talk;
    }

    private CompletableFuture<Void> talk() {
        Folder folder = new Folder(Path.of(""), home);
        Person person = new Person(folder, new Units(InstantSource.system(), () -> ZoneOffset.UTC), environment);
        Function<Connection, Console> place =
                connection -> new LinearConsole(typewriter.teletype(), connection, person);
        return CompletableFuture.runAsync(() -> {
            try {
                new Conversation(forum.address(), folder).run(place);
            } catch (ConnectionException e) {
                throw new CompletionException(e);
            }
        });
    }
}
