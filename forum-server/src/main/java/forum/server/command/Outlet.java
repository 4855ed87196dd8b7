package forum.server.command;

import forum.api.wire.WireOutput;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/** Take the parts of one reply on their way to a connection. */
public interface Outlet {

    /** Collect what is to be sent. */
    WireOutput out();

    /** Send what was collected if it is a block's worth, so that a long reply needs no memory of its length. */
    void sendBlock() throws IOException;

    /** Send what was collected, and let bytes be written behind it; only until the next call of another method. */
    WritableByteChannel send() throws IOException;

    /** Give what remembers pages, while what is written is durable already and goes out whole. */
    Optional<HotPages> hotPages();

    /** Tell that the other side is still reading. */
    void progressed();
}
