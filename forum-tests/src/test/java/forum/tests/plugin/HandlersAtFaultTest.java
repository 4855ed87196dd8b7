package forum.tests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Content;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import forum.api.Page;
import forum.api.Text;
import forum.api.command.CommandContext;
import forum.api.command.CommandHandler;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.command.PluginStore;
import forum.api.command.Reply;
import forum.api.command.Request;
import forum.server.Plugins;
import forum.testkit.ForumFixture;
import forum.testkit.RespClient;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a plugin's handler does, its call is answered, the log says what it was, and everybody else goes on. */
class HandlersAtFaultTest {

    private static final String INTERNAL = "-INTERNAL Something went wrong in the server; it was logged";

    private static final ForumThread THREAD =
            new ForumThread(new Name("a"), 1, new Name("mike"), 0, 0, Instant.EPOCH, Instant.EPOCH, 1);

    /** A command that does something wrong. */
    private record Wrong(CommandSpec spec, Function<CommandContext, Outcome> work) implements CommandHandler {

        Wrong(String name, Reply reply, Function<CommandContext, Outcome> work) {
            this(CommandSpec.of(name, "Test the server", reply), work);
        }

        @Override
        public Outcome handle(Request request, CommandContext context) {
            return work.apply(context);
        }
    }

    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letThemEnd() {
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "THROWS, IllegalStateException: no luck",
                "ERROR, StackOverflowError",
                "NULL, It gave null",
                "OTHER, The outcome Lines is not what the spec promises",
                "STORES, A value has at most 65536 bytes",
                "PAGE, A page of a plugin's own has at most 100000 entries, not 2147483647",
                "LIES, a page of its own"
            })
    void whatIsWrongIsAnsweredAndLogged(String commandAndReason) throws InterruptedException {
        String command = commandAndReason.split(", ", 2)[0];
        String reason = commandAndReason.split(", ", 2)[1];
        try (ForumFixture forum = start()) {
            RespClient mike = forum.login("mike");
            assertThat(mike.ask(command)).isEqualTo(INTERNAL);
            awaitLog(forum, command + " of forum.tests.plugin", reason);
            assertThat(mike.ask("LST")).isEqualTo("[]");
        }
    }

    @Test
    void aLineThatIsTooLongIsCut() {
        try (ForumFixture forum = start()) {
            assertThat(forum.login("mike").ask("LONG")).isEqualTo("+" + "x".repeat(Outcome.MAX_LINE - 1) + "…");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPINS", "SLEEPS", "ENDLESS"})
    void whoIsStuckIsGivenUpAndDisabledInTheEndWhileOthersGoOn(String command) throws InterruptedException {
        try (ForumFixture forum = start(Duration.ofMillis(200))) {
            RespClient mike = forum.login("mike");
            RespClient yoda = forum.login("yoda");
            for (int i = 1; i <= 3; i++) {
                mike.send(command);
                assertThat(yoda.ask("CRT", "a" + i)).isEqualTo("+Thread a" + i + " created");
                assertThat(mike.reply()).isEqualTo(INTERNAL);
                assertThat(mike.ask("MSG", "a" + i, "still here")).startsWith("+Message posted");
                awaitLog(forum, command, "it took longer than 0.2 s; that is stuck the " + i + ". time of 3");
            }
            assertThat(mike.ask("THROWS")).isEqualTo(INTERNAL);
            awaitLog(forum, "THROWS", "the plugin is disabled, because it was stuck 3 times");
            assertThat(yoda.ask("RDT", "a3")).isEqualTo("[\"1 mike: still here\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILE", "STUCK-FILE"})
    void aFileThatNeverComesEndsItsOwnConnectionAlone(String command) throws InterruptedException {
        try (ForumFixture forum = start(Duration.ofMillis(200))) {
            RespClient yoda = forum.login("yoda");
            RespClient mike = forum.login("mike");
            mike.send(command);
            assertThat(yoda.ask("CRT", "a")).isEqualTo("+Thread a created");
            assertThat(mike.rawReply(7)).isEqualTo("$100\\r\\n");
            assertThat(mike.rawReply(1)).isEmpty();
            assertThat(yoda.ask("LST")).isEqualTo("[\"a\"]");
            awaitLog(forum, command + " gave what cannot be written");
        }
    }

    @Test
    void aFloodOfRowsReachesWhoAskedWhileOthersGoOn() {
        try (ForumFixture forum = start()) {
            RespClient mike = forum.login("mike");
            RespClient yoda = forum.login("yoda");
            mike.send("FLOOD");
            assertThat(yoda.ask("CRT", "a")).isEqualTo("+Thread a created");
            assertThat(mike.reply()).hasSizeGreaterThan(10_000_000);
            assertThat(mike.ask("LST")).isEqualTo("[\"a\"]");
        }
    }

    @Test
    void aFloodOfNewsBecomesOneNoteOfWhatWasMissed() {
        try (ForumFixture forum = start()) {
            RespClient yoda = forum.login("yoda");
            yoda.ask("HELLO", "3");
            yoda.ask("SUBSCRIBE", "user:yoda");
            RespClient mike = forum.login("mike");
            assertThat(mike.ask("TELLS")).isEqualTo("+Told");
            assertThat(mike.ask("LST")).isEqualTo("[]");
            String heard = yoda.reply();
            while (!heard.contains("\"missed\"")) {
                assertThat(heard).contains("\"told\"");
                heard = yoda.reply();
            }
        }
    }

    @Test
    void aPageAndAFileOfItsOwnMakingAreWritten() {
        try (ForumFixture forum = start()) {
            RespClient mike = forum.login("mike");
            assertThat(mike.ask("OWN-PAGE")).isEqualTo("[\"1 yoda: hi\"]");
            assertThat(mike.ask("OWN-FILE")).isEqualTo("\"" + "x".repeat(200_000) + "\"");
        }
    }

    private static void awaitLog(ForumFixture forum, String... parts) throws InterruptedException {
        forum.log().await(0, line -> Stream.of(parts).allMatch(line::contains), String.join(" … ", parts));
    }

    private ForumFixture start() {
        return start(Plugins.NONE.limit());
    }

    private ForumFixture start(Duration limit) {
        return ForumFixture.start(
                new MemoryStorageProvider(),
                config -> config.withPlugins(plugins -> plugins.of(wrongs()).limitedTo(limit)));
    }

    private Object[] wrongs() {
        Reply line = new Reply.Line();
        Reply lines = new Reply.Lines("", "");
        Reply entries = new Reply.Entries("");
        Reply file = new Reply.File("own", "");
        return List.of(
                        new Wrong("THROWS", line, _ -> {
                            throw new IllegalStateException("no luck");
                        }),
                        new Wrong("ERROR", line, HandlersAtFaultTest::recurse),
                        new Wrong("NULL", line, _ -> nothing()),
                        new Wrong("OTHER", line, _ -> new Outcome.Lines(List.of())),
                        new Wrong("LONG", line, _ -> new Outcome.Line("x".repeat(Outcome.MAX_LINE + 1))),
                        new Wrong("STORES", line, HandlersAtFaultTest::storeTooMuch),
                        new Wrong("SPINS", line, _ -> spin()),
                        new Wrong("SLEEPS", line, _ -> sleep()),
                        new Wrong(
                                "FLOOD",
                                lines,
                                _ -> new Outcome.Lines(Collections.nCopies(1_000_000, Text.of("x".repeat(10))))),
                        new Wrong("TELLS", line, HandlersAtFaultTest::tellTooMuch),
                        new Wrong("PAGE", entries, _ -> entries(Integer.MAX_VALUE, List.of())),
                        new Wrong(
                                "LIES",
                                entries,
                                _ -> entries(1, () -> {
                                    throw new IllegalStateException("a page of its own");
                                })),
                        new Wrong("ENDLESS", entries, _ -> entries(1, () -> spin())),
                        new Wrong("OWN-PAGE", entries, _ -> entries(1, List.of(message()))),
                        new Wrong(
                                "FILE",
                                file,
                                _ -> file(100, () -> {
                                    throw new IllegalStateException("a file of its own");
                                })),
                        new Wrong("STUCK-FILE", file, _ -> file(100, this::<Outcome>spin)),
                        new Wrong("OWN-FILE", file, _ -> file(200_000, () -> {})))
                .toArray();
    }

    private static Outcome recurse(CommandContext context) {
        return recurse(context).logged("never");
    }

    private static Outcome nothing() {
        return null;
    }

    private static Outcome storeTooMuch(CommandContext context) {
        context.store().write("key", new byte[PluginStore.MAX_VALUE_BYTES + 1]);
        return new Outcome.Line("Stored");
    }

    private static Outcome tellTooMuch(CommandContext context) {
        for (int i = 0; i < 100_000; i++) {
            context.tell(new Name("yoda"), Text.of("x".repeat(100)));
        }
        return new Outcome.Line("Told");
    }

    private <T> T spin() {
        while (never.getCount() > 0) {
            Thread.onSpinWait();
        }
        throw new AssertionError();
    }

    /** Wait for what never comes, whatever anybody says. */
    private Outcome sleep() {
        while (true) {
            try {
                never.await();
                throw new AssertionError();
            } catch (InterruptedException e) {
                // that is what is wrong with it
            }
        }
    }

    private static Message message() {
        return new Message(1, 1, new Name("yoda"), Instant.EPOCH, false, Text.of("hi"));
    }

    private static Outcome entries(int size, Iterable<Entry> entries) {
        return new Outcome.Entries(new Page() {
            @Override
            public ForumThread thread() {
                return THREAD;
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Entry> iterator() {
                return entries.iterator();
            }
        });
    }

    private static Outcome file(int size, Runnable before) {
        Content content = new Content() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
                before.run();
                return target.write(ByteBuffer.wrap("x".repeat((int) count).getBytes()));
            }

            @Override
            public void close() {}
        };
        return new Outcome.File(content, 0, size);
    }
}
