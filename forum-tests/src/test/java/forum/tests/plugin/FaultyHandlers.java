package forum.tests.plugin;

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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Handlers that do what no handler should. */
final class FaultyHandlers {

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

    /** Let those end that never would. */
    void letThemEnd() {
        never.countDown();
    }

    /** Give all of them. */
    Object[] all() {
        Reply line = new Reply.Line();
        Reply lines = new Reply.Lines("", "");
        Reply entries = new Reply.Entries("");
        Reply file = new Reply.File("own", "");
        return List.of(
                        new Wrong("THROWS", line, _ -> {
                            throw new IllegalStateException("no luck");
                        }),
                        new Wrong("ERROR", line, FaultyHandlers::recurse),
                        new Wrong("NULL", line, _ -> nothing()),
                        new Wrong("OTHER", line, _ -> new Outcome.Lines(List.of())),
                        new Wrong("LONG", line, _ -> new Outcome.Line("x".repeat(Outcome.MAX_LINE + 1))),
                        new Wrong("STORES", line, FaultyHandlers::storeTooMuch),
                        new Wrong("SPINS", line, _ -> spin()),
                        new Wrong("SLEEPS", line, _ -> sleep()),
                        new Wrong(
                                "FLOOD",
                                lines,
                                _ -> new Outcome.Lines(Collections.nCopies(1_000_000, Text.of("x".repeat(10))))),
                        new Wrong("TELLS", line, FaultyHandlers::tellTooMuch),
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
