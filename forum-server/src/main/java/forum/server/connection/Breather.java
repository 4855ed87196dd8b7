package forum.server.connection;

import forum.server.loop.EventLoop;

/**
 * Let others on every now and then: a virtual thread that always finds something to do keeps its carrier for itself.
 * Belongs to one thread at a time.
 */
final class Breather {

    /** Each is of a block, or a piece of a file, so this is a few milliseconds of work. */
    private static final int STRETCH = 8;

    private final EventLoop loop;
    private int done;

    Breather(EventLoop loop) {
        this.loop = loop;
    }

    /** Take note that something was read or written, perhaps without waiting. */
    void breathe() {
        if (++done % STRETCH == 0) {
            loop.letOthersOn();
        }
    }
}
