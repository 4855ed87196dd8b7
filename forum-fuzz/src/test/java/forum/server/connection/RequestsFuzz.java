package forum.server.connection;

import forum.api.wire.ProtocolException;
import forum.api.wire.WireInput;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/** Read requests of strangers and of members, in pieces of any size: nothing but a protocol error ends a connection. */
public final class RequestsFuzz {

    private RequestsFuzz() {}

    /** Called by the fuzzer: the first byte says who speaks and in what pieces the rest arrives. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        RequestLimits limits = data[0] < 0 ? RequestLimits.STRANGER : RequestLimits.MEMBER;
        int piece = 1 + (data[0] & 0x7f);
        ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(data, 1, data.length - 1));
        RequestReader reader = new RequestReader(
                new WireInput(target -> read(channel, target, piece)), word -> word.equalsIgnoreCase("UPD") ? 3 : 0);
        try {
            for (Optional<Incoming> request = reader.next(limits); request.isPresent(); request = reader.next(limits)) {
                check(request.get(), limits);
                request.get().finish();
            }
        } catch (ProtocolException | EOFException expected) {
            // what the connection answers, or the end of what was sent
        } catch (IOException e) {
            // an upload that broke off
        }
    }

    private static void check(Incoming request, RequestLimits limits) {
        if (request.values().size() + 1 > limits.arguments()) {
            throw new AssertionError(
                    "More arguments than there may be: " + request.values().size());
        }
        int total = request.values().stream().mapToInt(value -> value.length).sum();
        if (total > limits.total() + limits.inline()) {
            throw new AssertionError("More bytes are kept than there may be: " + total);
        }
    }

    private static int read(ReadableByteChannel channel, ByteBuffer target, int piece) throws IOException {
        int limit = target.limit();
        target.limit(Math.min(limit, target.position() + piece));
        int count = channel.read(target);
        target.limit(limit);
        return count;
    }
}
