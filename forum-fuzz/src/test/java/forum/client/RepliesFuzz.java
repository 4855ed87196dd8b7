package forum.client;

import forum.api.Printable;
import forum.api.command.Reply;
import forum.api.wire.ProtocolException;
import forum.api.wire.ReplyReader;
import forum.api.wire.WireInput;
import forum.api.wire.WireValue;
import forum.client.catalogue.CatalogueReader;
import forum.client.catalogue.Command;
import forum.client.line.Invocation;
import forum.client.reply.ContentReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Read a server's replies and make them what is shown: nothing in it can harm a terminal. */
public final class RepliesFuzz {

    private static final List<Invocation> INVOCATIONS = invocations();

    private RepliesFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(data));
        ReplyReader replies = new ReplyReader(new WireInput(channel::read), 1 << 20);
        try {
            for (Optional<WireValue> reply = replies.read(); reply.isPresent(); reply = replies.read()) {
                check(CatalogueReader.read(reply.get()).toString());
                for (Invocation invocation : INVOCATIONS) {
                    check(ContentReader.read(reply.get(), invocation).toString());
                }
            }
        } catch (ProtocolException | EOFException expected) {
            // what the client says of such a server
        }
    }

    private static void check(String shown) {
        if (!Printable.lines(shown).equals(shown)) {
            throw new AssertionError("This would reach a terminal: " + Printable.line(shown));
        }
    }

    private static List<Invocation> invocations() {
        List<Reply.Column> columns = Arrays.stream(Reply.Column.Kind.values())
                .map(kind -> new Reply.Column(kind.name().toLowerCase(Locale.ROOT), kind))
                .toList();
        List<Reply> shapes = List.of(
                new Reply.Line(),
                new Reply.Lines("heading", "empty"),
                new Reply.Threads("heading", "empty"),
                new Reply.Entries("empty"),
                new Reply.Table(columns, "heading", "empty"),
                new Reply.File("name", "done"),
                new Reply.End());
        List<Invocation> invocations = new ArrayList<>();
        for (Reply shape : shapes) {
            invocations.add(new Invocation(new Command("CMD", "", "", false, List.of(), shape), List.of()));
        }
        return invocations;
    }
}
