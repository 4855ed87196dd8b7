package forum.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.server.control.Order.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Give orders over {@code control.sock}. */
class ControlSocketTest extends ControlScene {

    @Test
    void anOrderIsCarriedOutAndReported() throws IOException {
        try (ControlSocket _ = serve(ECHO)) {
            Told told = new Told();
            assertThat(order(told, "echo", "one", "zwei 2")).isEqualTo(new Result.Done());
            assertThat(told.all).containsExactly("(echoing)", "one", "zwei 2");
        }
    }

    @Test
    void whatIsToldCannotHarmATerminal() throws IOException {
        try (ControlSocket _ = serve(ECHO)) {
            Told told = new Told();
            order(told, "echo", "\u001b[2J\r\n+OK\r\n");
            assertThat(told.all).containsExactly("(echoing)", "\\x1b[2J\\x0d\\x0a+OK\\x0d\\x0a");
        }
    }

    @Test
    void aRefusalIsToldInOneSentence() throws IOException {
        Order no = order("no", (_, _) -> new Result.Refused("It cannot\nbe done"));
        Order broken = order("broken", (_, _) -> {
            throw new StorageException(Fault.IO, "The disk failed");
        });
        Order bug = order("bug", (_, _) -> {
            throw new IllegalStateException("secret");
        });
        try (ControlSocket _ = serve(no, broken, bug)) {
            assertThat(order(new Told(), "no")).isEqualTo(new Result.Refused("It cannot\\x0abe done"));
            assertThat(order(new Told(), "broken")).isEqualTo(new Result.Refused("The disk failed"));
            assertThat(order(new Told(), "bug"))
                    .isEqualTo(new Result.Refused("The order failed; the server's log says more"));
            assertThat(order(new Told(), "dance")).isEqualTo(new Result.Refused("This server knows no order dance"));
        }
    }

    @Test
    void onlyTheOwnerMayConnectAndNothingElseIsLeft() throws IOException {
        try (ControlSocket _ = serve(ECHO)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control.sock"))))
                    .isEqualTo("rw-------");
            assertThat(files()).containsExactly("control.sock");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledServerLeftIsReplaced() throws IOException {
        new SocketFile(data).bind().close();
        Files.createDirectory(data.resolve("control.new"));
        Files.createFile(data.resolve("control.new/control.sock"));
        assertThat(ControlClient.connect(data)).isEmpty();
        try (ControlSocket _ = serve(ECHO)) {
            assertThat(order(new Told(), "echo")).isEqualTo(new Result.Done());
        }
    }

    @Test
    void withoutAServerNobodyAnswers() throws IOException {
        assertThat(ControlClient.connect(data)).isEmpty();
    }

    @Test
    void aFolderMayHaveALongPath() throws IOException {
        Path deep = Files.createDirectories(data.resolve("d".repeat(200)).resolve("e".repeat(200)));
        try (ControlSocket socket = ControlSocket.in(deep, List.of(ECHO), log())) {
            socket.start();
            try (ControlClient client = ControlClient.connect(deep).orElseThrow()) {
                assertThat(client.order(List.of("echo"), new Told())).isEqualTo(new Result.Done());
            }
        }
    }
}
