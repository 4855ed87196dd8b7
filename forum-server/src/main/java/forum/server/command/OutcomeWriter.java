package forum.server.command;

import forum.api.Content;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Page;
import forum.api.Printable;
import forum.api.Refusal;
import forum.api.Text;
import forum.api.command.CommandSpec;
import forum.api.command.Outcome;
import forum.api.wire.WireOutput;
import forum.server.loop.LoopSocket;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Optional;

/** Write an outcome as docs/protocol.md says: lines in RESP2, maps with keys in RESP3. */
public final class OutcomeWriter {

    /** How much of a file is handed to the system at once, in bytes. */
    private static final long PIECE = 512 * 1024;

    /** How much of it is copied where the system takes nothing at the moment, in bytes. */
    private static final long COPY = 64 * 1024;

    private final Outlet outlet;
    private final WireOutput out;

    /** Write to a connection. */
    public OutcomeWriter(Outlet outlet) {
        this.outlet = outlet;
        this.out = outlet.out();
    }

    /** Write an outcome of a command. */
    public void write(CommandSpec spec, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Line(String text) -> out.simple(Printable.line(text));
            case Outcome.Lines(List<Text> lines) -> lines(lines);
            case Outcome.Threads(List<ForumThread> threads) -> threads(threads);
            case Outcome.Entries(Page page) -> entries(page);
            case Outcome.Table(List<List<?>> rows) -> new TableWriter(outlet, spec).write(rows);
            case Outcome.File(Content content, long offset, long length) -> file(content, offset, length);
            case Outcome.Refused(Refusal refusal) -> refusal(refusal);
            case Outcome.Ready() -> out.simple("READY");
            case Outcome.Farewell(String text) -> out.simple(Printable.line(text));
            case Outcome.Shutdown _, Outcome.PasswordChange _ ->
                throw new IllegalArgumentException("The server judges passwords itself");
            case Outcome.Logged(Outcome inner, var _) -> write(spec, inner);
        }
    }

    /** Write a refusal. */
    public void refusal(Refusal refusal) {
        out.error(refusal.code(), refusal.text());
    }

    private void lines(List<Text> lines) throws IOException {
        out.array(lines.size());
        for (Text line : lines) {
            out.bulk(line);
            outlet.sendBlock();
        }
    }

    private void threads(List<ForumThread> threads) throws IOException {
        out.array(threads.size());
        for (ForumThread thread : threads) {
            EntryWriter.write(thread, out);
            outlet.sendBlock();
        }
    }

    private void entries(Page page) throws IOException {
        Optional<HotPages> hot = page.size() == 0 ? Optional.empty() : outlet.hotPages();
        if (hot.isPresent()) {
            entries(page, hot.get());
        } else {
            writeEntries(page);
        }
    }

    private void entries(Page page, HotPages hot) throws IOException {
        HotPages.Key key = HotPages.key(page, out.protocol());
        Optional<byte[]> written = hot.find(key);
        if (written.isPresent()) {
            out.raw(written.get(), 0, written.get().length);
            return;
        }
        int begun = out.size();
        writeEntries(page);
        if (hot.isHot(key)) {
            hot.remember(key, out.copy(begun));
        }
    }

    private void writeEntries(Page page) throws IOException {
        out.array(page.size());
        boolean asLines = out.protocol() == 2;
        EntryLine line = new EntryLine(out);
        for (Entry entry : page) {
            if (asLines) {
                line.write(entry);
            } else {
                EntryWriter.writeEntry(entry, out);
            }
            outlet.sendBlock();
        }
    }

    private void file(Content content, long offset, long length) throws IOException {
        long from = Math.clamp(offset, 0, content.size());
        long end = from + Math.clamp(length, 0, content.size() - from);
        out.bulkHeader(end - from);
        WritableByteChannel channel = outlet.send();
        while (from < end) {
            long sent = channel instanceof LoopSocket socket
                    ? content.transferTo(from, Math.min(PIECE, end - from), socket.channel())
                    : content.transferTo(from, Math.min(COPY, end - from), channel);
            from += sent > 0 ? sent : copy(content, from, Math.min(COPY, end - from), channel);
            outlet.progressed();
        }
        out.endLine();
    }

    /** Wait for the reader: what the system sends by itself does not wait for room, but a write does. */
    private static long copy(Content content, long from, long count, WritableByteChannel channel) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) count);
        if (content.transferTo(from, count, Channels.newChannel(bytes)) <= 0) {
            throw new EOFException("An attached file is shorter than it was");
        }
        ByteBuffer waiting = ByteBuffer.wrap(bytes.toByteArray());
        while (waiting.hasRemaining()) {
            channel.write(waiting);
        }
        return waiting.limit();
    }
}
