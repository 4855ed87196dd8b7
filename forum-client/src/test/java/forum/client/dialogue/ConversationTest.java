package forum.client.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.wire.WireValue.Simple;
import forum.client.Docs;
import forum.client.ScriptedForum;
import forum.client.file.Folder;
import forum.client.net.Connection;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import forum.client.reply.PlainRenderer;
import forum.client.reply.Units;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ConversationTest {

    private final ScriptedForum forum = new ScriptedForum();
    private final PipedWriter typed = new PipedWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            notifyAll();
        }
    };

    @BeforeEach
    void answer() {
        forum.on("LST", Docs.array());
    }

    @AfterEach
    void close() throws IOException {
        typed.close();
        forum.close();
    }

    @Test
    void theUserIsLoggedInAgainWithoutBeingAsked() throws Exception {
        CompletableFuture<Void> talk = talkAsMike();
        forum.cut();
        await("Connected again\nmike> ");
        type("LST\nLST\nXIT\n");
        talk.join();
        assertThat(said()).contains("closed the connection; trying to get it back", "Connected again\nmike> ");
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
        await("Connected again\nmike> ");
        type("XIT\n");
        talk.join();
        assertThat(said()).containsOnlyOnce("mike has already logged in");
    }

    @Test
    void aPasswordThatIsNotTakenAnyMoreIsAskedFor() throws Exception {
        CompletableFuture<Void> talk = talkAsMike();
        forum.on("LOGIN-P hunter2", new Simple("N"));
        forum.cut();
        await("Connected again\nEnter username: ");
        type("yoda\nXIT\n");
        talk.join();
        assertThat(said()).contains("Invalid password\nConnected again\nEnter username: ");
    }

    @Test
    void noAccountIsMadeAgain() throws Exception {
        CompletableFuture<Void> talk = talkAsMike();
        forum.on("LOGIN-N mike", new Simple("NU"));
        forum.cut();
        await("Connected again\nEnter username: ");
        type("yoda\nXIT\n");
        talk.join();
        assertThat(said()).contains("There is no user mike any more");
        assertThat(forum.requests()).noneMatch(request -> request.startsWith("LOGIN-NP hunter2"));
    }

    @Test
    void aCommandThatWasNotAnsweredIsLeftInDoubt() throws Exception {
        forum.onRaw("WHO", new byte[0]);
        CompletableFuture<Void> talk = talkAsMike();
        type("WHO\n");
        forum.awaitRequest("WHO");
        forum.cut();
        await("Connected again\nmike> ");
        type("XIT\n");
        talk.join();
        assertThat(said()).contains("before the last command was answered: it may be done or not");
    }

    @Test
    void beforeTheLoginALossIsTheEnd() throws Exception {
        forum.onRaw("LOGIN-N mike", new byte[0]);
        CompletableFuture<Void> talk = talk();
        type("mike\n");
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
        type("mike\n");
        forum.awaitRequest("LOGIN-S");
        type("LST\n");
        await("No threads to list\nmike> ");
        return talk;
    }

    private CompletableFuture<Void> talk() throws IOException {
        Lines lines = new Lines(new PipedReader(typed));
        Function<String, Optional<String>> secrets = prompt -> Optional.of(prompt.contains("new") ? "luke" : "hunter2");
        PlainRenderer renderer = new PlainRenderer(new Units(InstantSource.system(), ZoneOffset.UTC));
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        Function<Connection, Console> place =
                connection -> new LinearConsole(lines, secrets, to, renderer, connection.ended());
        Folder folder = new Folder(Path.of(""), Path.of(""));
        return CompletableFuture.runAsync(() -> {
            try {
                new Conversation(forum.address(), folder).run(place);
            } catch (ConnectionException e) {
                throw new CompletionException(e);
            }
        });
    }

    private void type(String text) throws IOException {
        typed.write(text);
        typed.flush();
    }

    /** Wait for it: what is typed while there is no connection is not sent. */
    private void await(String text) throws InterruptedException {
        synchronized (out) {
            while (!said().contains(text)) {
                out.wait();
            }
        }
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
