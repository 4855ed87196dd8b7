package forum.client.terminal;

import static forum.client.Docs.array;
import static forum.client.Docs.map;

import forum.api.wire.WireValue;
import forum.client.ScriptedForum;
import forum.client.dialogue.Dialogue;
import forum.client.file.Folder;
import forum.client.net.Connection;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Drive the drawn console on a terminal of its own, against a forum that is told what to answer; mike is logged in. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
abstract class VirtualTerminalTest {

    static final long NOW = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
    static final String TAB = "\t";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String CTRL_P = "\u0010";

    final ScriptedForum forum = new ScriptedForum();
    final VirtualScreen screen = new VirtualScreen();
    private Connection connection;
    CompletableFuture<Void> talk;

    @TempDir
    Path folder;

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

    private void begin(Map<String, String> environment) throws Exception {
        connection = Connection.open(forum.address());
        Units units = new Units(InstantSource.fixed(Instant.ofEpochMilli(NOW)), () -> ZoneOffset.UTC);
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

    void restart(Map<String, String> environment) throws Exception {
        screen.type(CTRL_D);
        talk.join();
        connection.close();
        screen.type("\f");
        begin(environment);
    }

    void tell(String channel, String payload) throws Exception {
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

    static WireValue[] messages(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> message(number, "yoda", "text " + number))
                .toArray(WireValue[]::new);
    }

    static WireValue message(int number, String author, String text) {
        return map("number", number, "id", 100 + number, "author", author, "time", NOW - 300_000, "text", text);
    }
}
