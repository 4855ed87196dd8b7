package forum.client;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Failure;
import forum.api.wire.WireValue.Simple;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.Reader;
import java.io.StringReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Log in through a pipe, leave, and lose the connection. */
class PipedSessionTest extends PipedTest {

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
    void theShutdownReachesAnIdleClient() throws Exception {
        WireValue.Push shutdown = new WireValue.Push(
                List.of(WireValue.Bulk.of("shutdown"), WireValue.Bulk.of("Goodbye. Server shutting down")));
        assertThat(whileIdle(() -> forum.push(shutdown))).isZero();
        assertThat(out()).endsWith("Goodbye. Server shutting down\n");
    }

    @Test
    void aLostConnectionIsSaidAtOnce() throws Exception {
        assertThat(whileIdle(forum::cut)).isEqualTo(ExitStatus.NO_CONNECTION);
        assertThat(err()).isEqualTo("forum: The server at " + forum.address() + " closed the connection\n");
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

    /** Let something happen while the client waits for a command, and give its exit status. */
    private int whileIdle(Happening happening) throws Exception {
        try (PipedWriter idle = new PipedWriter()) {
            Reader in = new PipedReader(idle);
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> run(in, address()));
            idle.write(LOGIN);
            idle.flush();
            forum.awaitRequest("LOGIN-S");
            happening.happen();
            return status.get();
        }
    }

    @FunctionalInterface
    private interface Happening {
        void happen() throws Exception;
    }
}
