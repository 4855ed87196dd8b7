package forum.client.terminal;

import static forum.client.Docs.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import forum.api.wire.WireValue;
import forum.api.wire.WireValue.Failure;
import forum.client.net.ConnectionException;
import forum.client.net.Ending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Log in, and type commands. */
class PromptTest extends VirtualTerminalTest {

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
    void secretsLeftOutAreAskedForUnseen() throws Exception {
        forum.on("SHT hush", new Failure("DENIED Incorrect password"));
        beAskedForAPassword();
        screen.type("hush\n");
        assertThat(screen.await("Incorrect password")).doesNotContain("hush");
    }

    @Test
    void controlCAtASecretGivesTheCommandUp() throws Exception {
        forum.on("WHO", array());
        beAskedForAPassword();
        screen.type("hus");
        screen.await("Enter password: ***");
        screen.type(CTRL_C);
        screen.await("a new line", s -> s.endsWith("Enter password: ***\nmike>"));
        screen.type("WHO\n");
        forum.awaitRequest("WHO");
        assertThat(forum.requests()).noneMatch(request -> request.startsWith("SHT"));
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

    private void beAskedForAPassword() throws InterruptedException {
        screen.type("SHT\n");
        screen.await("the question", shown -> shown.endsWith("Enter password:"));
    }
}
