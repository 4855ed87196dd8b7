package forum.door.json;

import forum.api.wire.WireInput;
import forum.server.door.Transport;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** Translate what the first version's clients may send, in pieces of any size: all that comes of it is native requests. */
public final class MessagesFuzz {

    private static final long LARGEST_FILE = 1 << 20;
    private static final ByteBuffer REFUSAL = ByteBuffer.wrap("-NO no\r\n".getBytes(StandardCharsets.US_ASCII));
    private static final ByteBuffer AGREEMENT = ByteBuffer.wrap("+OK\r\n".getBytes(StandardCharsets.US_ASCII));

    private MessagesFuzz() {}

    /** Called by the fuzzer: the first byte says in what pieces the rest arrives, and what it is answered. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        Transport door = new JsonDoor().translate(new Client(data), _ -> {}, LARGEST_FILE);
        ByteBuffer reply = data[0] < 0 ? REFUSAL : AGREEMENT;
        WireInput requests = new WireInput(door::read);
        try {
            while (requests.peek() >= 0) {
                passRequest(requests);
                door.out().write(reply.duplicate());
            }
        } catch (EOFException expected) {
            // a message that broke off
        }
        door.end();
    }

    private static void passRequest(WireInput requests) throws IOException {
        int arguments = count('*', requests);
        for (int i = 0; i < arguments; i++) {
            requests.bytes(count('$', requests));
            requests.endOfLine();
        }
    }

    private static int count(char mark, WireInput requests) throws IOException {
        String line = new String(requests.line(20), StandardCharsets.US_ASCII);
        if (!line.matches("[" + mark + "]\\d{1,7}")) {
            throw new AssertionError("Not the head of a native request: " + line);
        }
        return Integer.parseInt(line.substring(1));
    }

    /** Says what the fuzzer makes up, and hears nothing. */
    private static final class Client implements Transport {

        private final int piece;
        private final ReadableByteChannel in;

        Client(byte[] data) {
            this.piece = 1 + (data[0] & 0x7f);
            this.in = Channels.newChannel(new ByteArrayInputStream(data, 1, data.length - 1));
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int limit = target.limit();
            target.limit(Math.min(limit, target.position() + piece));
            int count = in.read(target);
            target.limit(limit);
            return count;
        }

        @Override
        public WritableByteChannel out() {
            return Channels.newChannel(OutputStream.nullOutputStream());
        }

        @Override
        public void end() {}
    }
}
