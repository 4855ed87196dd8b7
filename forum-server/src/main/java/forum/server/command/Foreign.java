package forum.server.command;

import forum.api.Content;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Page;
import forum.api.Upload;
import forum.api.command.Outcome;
import forum.server.command.CallRunner.CallFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Keep a plugin's code off the connection's thread when its outcome is written: a page or a file of a plugin's own
 * making is code, too, and may fail, flood or never return.
 */
final class Foreign {

    private static final int PIECE = 64 * 1024;

    private final CallRunner runner;
    private final Registered command;
    private final Context context;

    Foreign(CallRunner runner, Registered command, Context context) {
        this.runner = runner;
        this.command = command;
        this.context = context;
    }

    /** Read out what of an outcome is the plugin's own; called on the plugin's thread. */
    Outcome tamed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Logged(Outcome inner, String line) -> new Outcome.Logged(tamed(inner), line);
            case Outcome.Entries(Page page) when !context.isOfStorage(page) -> new Outcome.Entries(ReadPage.of(page));
            case Outcome.File(Content content, long offset, long length)
            when !context.isOfStorage(content) -> new Outcome.File(new Pumped(content, content.size()), offset, length);
            case Outcome.Line _,
                    Outcome.Lines _,
                    Outcome.Threads _,
                    Outcome.Entries _,
                    Outcome.Table _,
                    Outcome.File _,
                    Outcome.Refused _,
                    Outcome.Ready _,
                    Outcome.Farewell _,
                    Outcome.PasswordChange _,
                    Outcome.Shutdown _ -> outcome;
        };
    }

    /** A page that was read out. */
    private record ReadPage(ForumThread thread, List<Entry> entries) implements Page {

        static ReadPage of(Page page) {
            int size = page.size();
            if (size > Outcome.Entries.MOST_OWN) {
                throw new IllegalArgumentException(
                        "A page of a plugin's own has at most " + Outcome.Entries.MOST_OWN + " entries, not " + size);
            }
            List<Entry> entries = new ArrayList<>();
            Iterator<Entry> given = page.iterator();
            while (entries.size() < size && given.hasNext()) {
                entries.add(given.next());
            }
            return new ReadPage(page.thread(), List.copyOf(entries));
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public Iterator<Entry> iterator() {
            return entries.iterator();
        }
    }

    /** A file whose bytes are fetched on the plugin's thread, a piece at a time. */
    private final class Pumped implements Content {

        private final Content content;
        private final long size;

        Pumped(Content content, long size) {
            this.content = content;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
            ByteBuffer piece = ByteBuffer.wrap(run(() -> piece(position, Math.min(count, PIECE))));
            while (piece.hasRemaining()) {
                target.write(piece);
            }
            return piece.limit();
        }

        @Override
        public void close() {
            run(() -> {
                content.close();
                return true;
            });
        }

        private byte[] piece(long position, long count) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) count);
            try {
                content.transferTo(position, count, Channels.newChannel(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (bytes.size() > count) {
                throw new IllegalStateException("A file gave more bytes than it was asked for");
            }
            return bytes.toByteArray();
        }

        private <T> T run(CallRunner.Work<T> work) {
            try {
                return runner.run(command, context, work);
            } catch (CallFailed e) {
                throw new IllegalStateException(e.getMessage(), e);
            } catch (Upload.Cut e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
