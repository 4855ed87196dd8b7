package forum.server.loop;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Serve what arrives on the loop's thread, in place of the thread that waits for it. */
public interface Guest {

    /** What has come of the bytes that arrived. */
    enum Served {
        /** Nothing is left to do but to wait for more. */
        ALL,

        /** A turn is over before all was served; the guest goes on once others have had theirs. */
        TURN_OVER,

        /** What is left of the bytes, or something else, is for the thread that waits. */
        NOT_ALL,

        /** A {@link Detour} was taken; it ends with {@link LoopSocket#goOn}. */
        DETOUR
    }

    /**
     * Serve as much as needs no waiting, and no more than a turn's worth: everybody else waits meanwhile. On the loop.
     *
     * <p>What is thrown reaches the thread that waits.
     *
     * @param arrived what has arrived; its position moves on behind what was served
     */
    Served serve(ByteBuffer arrived) throws IOException;
}
