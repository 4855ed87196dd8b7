package forum.tests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Upload;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.Parameter;
import forum.api.command.Reply;
import forum.api.command.Request;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However slowly files come, nobody holds all threads of plugins. */
class PlacesTest {

    private static final String THROTTLED = "-THROTTLED Too many calls of plugins are running; try again in 2 s";

    private final Semaphore begun = new Semaphore(0);
    private final ForumFixture forum = ForumFixture.start(
            new MemoryStorageProvider(),
            config -> config.withPlugins(
                    plugins -> plugins.of(new Take(begun), new Nothing()).limitedTo(Duration.ofSeconds(2))));

    @AfterEach
    void stop() {
        forum.close();
    }

    @Test
    void aUserWithManySlowFilesHoldsTwoThreads() throws InterruptedException {
        forum.login("mike");
        forum.login("yoda");
        List<RespClient> slow = List.of(program("mike"), program("mike"));
        slow.forEach(PlacesTest::beginFile);
        awaitBegun(2);
        List<RespClient> more = Stream.generate(() -> program("mike")).limit(6).toList();
        more.forEach(PlacesTest::beginFile);
        assertThat(more).allSatisfy(client -> assertThat(client.reply()).isEqualTo(THROTTLED));

        assertThat(program("yoda").ask("TAKE", "f", "12")).isEqualTo("+Taken 2 bytes");
        assertThat(program("mike").ask("LST")).isEqualTo("[]");

        slow.forEach(PlacesTest::endFile);
        assertThat(slow).allSatisfy(client -> assertThat(client.reply()).isEqualTo("+Taken 2 bytes"));
        RespClient refused = more.getFirst();
        endFile(refused);
        assertThat(refused.ask("TAKE", "f", "12")).isEqualTo("+Taken 2 bytes");
    }

    @Test
    void slowFilesOfManyUsersLeaveThreadsToOtherCommands() throws InterruptedException {
        List<String> users = List.of("mike", "han", "leia", "luke");
        List<RespClient> slow = users.stream().map(forum::login).toList();
        slow.forEach(PlacesTest::beginFile);
        awaitBegun(users.size());
        RespClient yoda = forum.login("yoda");
        assertThat(yoda.ask("TAKE", "f", "12")).isEqualTo(THROTTLED);
        assertThat(yoda.ask("NOTHING")).isEqualTo("+Done");
        forum.log().await(0, line -> line.contains("Too many calls of plugins are running"), "the refusal");

        slow.forEach(PlacesTest::endFile);
        assertThat(slow).allSatisfy(client -> assertThat(client.reply()).isEqualTo("+Taken 2 bytes"));
        assertThat(yoda.ask("TAKE", "f", "12")).isEqualTo("+Taken 2 bytes");
    }

    private RespClient program(String user) {
        RespClient client = forum.connect();
        assertThat(client.ask("AUTH", user, user)).isEqualTo("+OK");
        return client;
    }

    private void awaitBegun(int calls) throws InterruptedException {
        assertThat(begun.tryAcquire(calls, 30, TimeUnit.SECONDS)).isTrue();
    }

    private static void beginFile(RespClient client) {
        client.sendRaw("*3\r\n$4\r\nTAKE\r\n$1\r\nf\r\n$2\r\n1".getBytes(StandardCharsets.US_ASCII));
    }

    private static void endFile(RespClient client) {
        client.sendRaw("2\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code TAKE file}: read a file to its end. */
    private record Take(Semaphore begun) implements CommandHandler {

        private static final Parameter<Upload> FILE = Parameter.localFile("file");

        @Override
        public CommandSpec spec() {
            return CommandSpec.of("TAKE", "Take a file", new Reply.Line(), FILE);
        }

        @Override
        public Outcome handle(Request request, CommandContext context) throws Upload.Cut {
            begun.release();
            ByteBuffer piece = ByteBuffer.allocate(10);
            int size = 0;
            while (request.value(FILE).read(piece.clear()) >= 0) {
                size += piece.position();
            }
            return new Outcome.Line("Taken " + size + " bytes");
        }
    }

    /** {@code NOTHING}: take no file. */
    private record Nothing() implements CommandHandler {

        @Override
        public CommandSpec spec() {
            return CommandSpec.of("NOTHING", "Do nothing", new Reply.Line());
        }

        @Override
        public Outcome handle(Request request, CommandContext context) {
            return new Outcome.Line("Done");
        }
    }
}
