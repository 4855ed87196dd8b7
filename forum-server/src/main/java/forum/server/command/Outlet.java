package forum.server.command;

import forum.api.wire.WireOutput;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** Take the parts of one reply on their way to a connection. */
public interface Outlet {

    /** Collect what is to be sent. */
    WireOutput out();

    /** Send what was collected if it is a block's worth, so that a long reply needs no memory of its length. */
    void sendBlock() throws IOException;

    /** Send what was collected, and let bytes be written behind it; only until the next call of another method. */
    WritableByteChannel send() throws IOException;

    /** Tell that the other side is still reading. */
    void progressed();
}
