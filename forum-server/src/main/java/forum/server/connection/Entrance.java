package forum.server.connection;

import forum.api.wire.WireInput;
import forum.server.Deadlines;
import forum.server.door.Door;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLEngine;

/** Tell by the first byte what a client speaks, and let it in. Belongs to the connection's thread. */
final class Entrance {

    private static final int TLS = 0x16;

    private final WireInput in;
    private final Line line;
    private final Conversation conversation;
    private final Deadlines deadlines;

    Entrance(WireInput in, Line line, Conversation conversation) {
        this.in = in;
        this.line = line;
        this.conversation = conversation;
        this.deadlines = conversation.hub().network().limits().deadlines();
    }

    /**
     * Wait for the first byte, and for the handshake if it begins one; false if nobody is let in who begins so.
     */
    boolean letsIn() throws IOException {
        Hub hub = conversation.hub();
        if (in.peek() == TLS && hub.certificates().isPresent()) {
            secure(hub.certificates().get().engine());
        }
        int first = in.peek();
        Optional<Door> door =
                hub.doors().stream().filter(d -> d.opensWith(first)).findFirst();
        if (door.isPresent() && conversation.isConfidential()) {
            line.enter(door.get(), early(), deadlines.request(), hub.largestFile());
            return true;
        }
        return first >= 0 && first != TLS && first != '{';
    }

    private void secure(SSLEngine engine) throws IOException {
        ByteBuffer hello = early();
        line.secure(engine, hello, deadlines.handshake());
        conversation.confidential(true);
    }

    /** Take back what has arrived: it is not native. */
    private ByteBuffer early() throws IOException {
        ByteBuffer arrived = ByteBuffer.allocate(in.buffered());
        in.read(arrived);
        return arrived.flip();
    }
}
